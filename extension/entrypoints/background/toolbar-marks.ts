import { browser } from "wxt/browser";
import { wordOf } from "../../../shared/ui/word-of";
import type { Tenant } from "../../desk/tenant";
import { tenantAt } from "../../desk/tenant-at";
import { isGuarded } from "../../gate/is-guarded";
import { sendMessage } from "../../messaging/extension-protocol";
import type { Trouble } from "../../messaging/page-status";
import { readSettings } from "../../store/settings";
import type { SweepTroubles } from "../../store/sweep-troubles";
import { isTrackers } from "../../trackers/site-patterns";

const t = (name: string) => browser.i18n.getMessage(name as Parameters<typeof browser.i18n.getMessage>[0]);

/** The quiet mark on the toolbar icon of a tab, with a sentence for each trouble; none where there is no trouble. */
export interface ToolbarMarks {
  /** Of one tab, with what its page says. */
  mark(tabId: number, tenant: Tenant, troubles: readonly Trouble[]): Promise<void>;
  /** Of all tabs of a tenant, or of all whose sites are on; their pages are asked what they see. */
  markAll(tenant?: Tenant): Promise<void>;
}

export function createToolbarMarks(sweeps: Pick<SweepTroubles, "read">): ToolbarMarks {
  async function mark(tabId: number, { id }: Tenant, troubles: readonly Trouble[]): Promise<void> {
    const sentences = troubles.map(({ kind }) => t(`unknown_${wordOf(kind)}`));
    if ((await sweeps.read(id)) !== null) sentences.push(t("sweepTrouble_mark"));
    if (!(await isGuarded(tabId).catch(() => true))) sentences.push(t("popupUnguarded"));
    await Promise.all([
      browser.action.setBadgeText({ tabId, text: sentences.length > 0 ? "!" : "" }),
      browser.action.setBadgeBackgroundColor({ tabId, color: "#6b6f76" }),
      browser.action.setTitle({ tabId, title: [t("extensionName"), ...sentences].join("\n") }),
    ]);
  }

  async function markPage(tabId: number, tenant: Tenant): Promise<void> {
    // A page without the overlay has no troubles of its own.
    const status = await sendMessage("readPageStatus", undefined, tabId).catch(() => null);
    await mark(tabId, tenant, status?.troubles ?? []);
  }

  return {
    mark,
    async markAll(tenant) {
      const { origins = [] } = await browser.permissions.getAll();
      const url = tenant === undefined ? origins.filter(isTrackers) : [`${tenant.origin}/*`];
      if (url.length === 0) return;
      const tabs = await browser.tabs.query({ url, discarded: false });
      const { sites } = await readSettings();
      // A tab may close meanwhile, or its site be given back.
      await Promise.allSettled(
        tabs.map(({ id, url = "" }) => {
          const there = tenantAt(new URL(url));
          if (id === undefined || there === null || sites[there.origin]?.off) return null;
          return tenant === undefined || there.id === tenant.id ? markPage(id, there) : null;
        }),
      );
    },
  };
}
