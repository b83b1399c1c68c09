import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Fix } from "../../extension/entrypoints/popup/fixes";
import { languages } from "../../extension/language/languages";
import type { LinearKeyRefusal, TodayNumbers } from "../../extension/messaging/extension-protocol";
import type { UnknownReason } from "../../extension/messaging/facts";
import type { PageStatus, TroubleKind } from "../../extension/messaging/page-status";
import { views } from "../../extension/trackers/tracker-page";
import type { SiteState } from "../../extension/ui/site-rows";
import type { SprintReport } from "../../forge-app/src/resolvers/calls";
import { orphanReasons } from "../../shared/domain/alignment";
import { breakGlassRefusals } from "../../shared/domain/break-glass";
import { refusalReasons } from "../../shared/domain/entry";
import { gateLogEntry, overrideWays } from "../../shared/domain/gate-log-entry";
import { lane } from "../../shared/domain/lane";
import { lintFields, lintRules, lintSuggestions } from "../../shared/domain/lint-finding";
import { pageFaults } from "../../shared/domain/page-fault";
import { gateModes, type Policy } from "../../shared/domain/policy";
import { policyParts } from "../../shared/domain/policy-changes";
import { type SheetState, sheetState, signal } from "../../shared/domain/sheet";
import { guideSteps } from "../../shared/domain/sheet-draft";
import { formProblems } from "../../shared/domain/sheet-form";
import { sheetGaps } from "../../shared/domain/sheet-gaps";
import { fieldsOfPart } from "../../shared/domain/sheet-merge";
import { signOffFunction } from "../../shared/domain/sign-off";
import { signOffRefusals } from "../../shared/domain/sign-off-refusal";
import { requiredFields } from "../../shared/domain/standing";
import { standing } from "../../shared/domain/statement";
import { readyFilterNames } from "../../shared/jira/ready-filters";
import type { WriteFailure } from "../../shared/outbox/outbox-row";
import { type FailureKind, failureKinds } from "../../shared/tracker/failure";
import type { PolicyView } from "../../shared/ui/gate/gate-port";
import type { Choice } from "../../shared/ui/orphans/triage-state";
import { wordOf } from "../../shared/ui/word-of";
import { askedMessages } from "./asked-messages";

type Catalogue = Record<string, { message: string }>;

const folder = "extension/public/_locales";
const catalogues: Record<string, Catalogue> = Object.fromEntries(
  readdirSync(folder).map((it) => [it, JSON.parse(readFileSync(`${folder}/${it}/messages.json`, "utf8"))]),
);
const messages: Catalogue = catalogues.en ?? {};

// Records, so that a new member of a type does not compile before it is here.
const unknownReasons: Record<UnknownReason | TroubleKind, true> = {
  "parent-unreadable": true,
  "sheet-unreadable": true,
  "not-found": true,
  "signed-out": true,
  forbidden: true,
  "rate-limited": true,
  offline: true,
  server: true,
  malformed: true,
  "no-key": true,
  "other-workspace": true,
  "stale-tab": true,
  "no-answer": true,
  "view-changed": true,
};
const writeFailures: Record<Exclude<WriteFailure["kind"], FailureKind>, true> = {
  rejected: true,
  "not-found": true,
  unexpected: true,
  "no-sender": true,
  deadline: true,
};
const refusals: Record<LinearKeyRefusal, true> = { "not-a-key": true, rejected: true, unreachable: true };
const ticketStates: Record<keyof PageStatus["tickets"], true> = {
  aligned: true,
  lane: true,
  orphan: true,
  unknown: true,
  pending: true,
};
const fixes: Record<Fix, true> = { "ask-again": true, reload: true, settings: true, report: true };
const today: Record<keyof TodayNumbers, true> = { tickets: true, aligned: true, orphans: true };
const outStates: Record<Exclude<SiteState, "on">, true> = { new: true, off: true, lost: true };
const sources: Record<PolicyView["from"], true> = {
  ...{ company: true, project: true, person: true, default: true, app: true },
};
const statementPlaces: Record<NonNullable<Policy["statementOn"]>, true> = { bet: true, ticket: true };
const acts: Record<SprintReport["notReady"][number]["did"], true> = {
  "put-back": true,
  told: true,
  left: true,
};
const choices: Record<Choice["kind"], true> = { parent: true, lane: true, deferral: true };
const by: Record<"declaration" | "issue-type", true> = { declaration: true, "issue-type": true };
// An active sheet is the usual case, which is not remarked on.
const remarked = sheetState.options.filter((it): it is Exclude<SheetState, "active"> => it !== "active");

/** The faults of a page whose sentence names so many things. */
function faultsNaming(count: number): string[] {
  const faults = Object.entries(pageFaults);
  return faults.filter(([, english]) => highestIn(english) === count).map(([name]) => name);
}

/** What the star of a name may be. */
const families: Record<string, readonly string[]> = {
  "standing_*": standing.options,
  "lane_*": lane.options,
  "lane_*_means": lane.options,
  "laneBy_*": Object.keys(by),
  "orphan_*": orphanReasons,
  "orphan_*_fix": orphanReasons,
  "unknown_*": Object.keys(unknownReasons),
  "unknown_*_fix": Object.keys(unknownReasons),
  "signal_*": signal.shape.kind.options,
  "sheetState_*": remarked,
  "optionsKey_*": Object.keys(refusals),
  "view_*": views,
  "popupTickets_*": Object.keys(ticketStates),
  "popupFix_*": Object.keys(fixes),
  "popupToday_*": Object.keys(today),
  "popupSite_*": Object.keys(outStates),
  "popupSite_*_means": Object.keys(outStates),
  "triage_*_underway": Object.keys(choices),
  "panelTab_*": ["ticket", "orphans", "sheets", "waiting", "sprint", "gate"],
  "statement_*": lintFields,
  "statement_*_help": lintFields,
  "statement_*_example": lintFields,
  "lint_*": lintRules,
  "lintFix_*": lintSuggestions,
  "refusal_*": signOffRefusals,
  "function_*": signOffFunction.options,
  "failure_*": [...failureKinds, ...Object.keys(writeFailures), "changed"],
  "pageFault_*": faultsNaming(0),
  "pageFaultOf_*": faultsNaming(1),
  "pageFaultOfTwo_*": faultsNaming(2),
  "gateWhy_*": refusalReasons,
  "gate_why_*": refusalReasons,
  "gate_field_*": requiredFields,
  "glass_*": breakGlassRefusals,
  "forge_did_*": Object.keys(acts),
  "forge_search_*": readyFilterNames,
  "policy_from_*": Object.keys(sources),
  "policy_mode_*": gateModes,
  "policy_statementOn_*": Object.keys(statementPlaces),
  "policy_part_*": policyParts,
  "numbers_verdict_*": gateLogEntry.shape.verdict.options,
  "numbers_ring_*": gateLogEntry.shape.ring.options,
  "numbers_how_*": overrideWays,
  "sheetDesk_part_*": Object.keys(fieldsOfPart),
  "sheetDesk_state_*": sheetState.options,
  "sheetDesk_gap_*": sheetGaps,
  "sheetDesk_problem_*": formProblems,
  "sheetDesk_step_*": guideSteps,
  "sheetDesk_step_*_means": guideSteps,
};
const membersOf = (name: string): string[] =>
  name.includes("*") ? (families[name] ?? []).map((it) => name.replace("*", wordOf(it))) : [name];

const asked = ["extension", "forge-app/ui", "shared/ui"].flatMap(askedMessages);
const manifest = [...readFileSync("wxt.config.ts", "utf8").matchAll(/__MSG_(\w+)__/g)].map(
  (it) => it[1] ?? "",
);

describe("the message catalogue", () => {
  it("is asked for by names that this test can follow", () => {
    const unfollowed = asked.filter(({ names }) => names.some((it) => it.includes("*") && !(it in families)));
    expect(unfollowed).toEqual([]);
    expect(asked.length).toBeGreaterThan(40);
  });

  it("holds every message that the code and the manifest ask for", () => {
    const wanted = [...asked.flatMap(({ names }) => names.flatMap(membersOf)), ...manifest];
    expect(wanted.filter((name) => !(name in messages))).toEqual([]);
  });

  it("holds no message that nobody asks for", () => {
    const wanted = new Set([...asked.flatMap(({ names }) => names.flatMap(membersOf)), ...manifest]);
    expect(Object.keys(messages).filter((name) => !wanted.has(name))).toEqual([]);
  });

  it("has as many placeholders as the code fills", () => {
    const wrong = asked.flatMap(({ names, parts, at }) =>
      names
        .flatMap(membersOf)
        .filter((name) => highestPlaceholder(name) !== parts)
        .map((name) => `${name} at ${at}`),
    );
    expect(wrong).toEqual([]);
  });
});

describe.each(Object.entries(catalogues))("the catalogue %s", (language, catalogue) => {
  it("is one that people can choose", () => {
    expect(languages).toHaveProperty(language);
  });

  it("has a sentence for everything that English has one for, in the same order, and no other", () => {
    expect(Object.keys(catalogue)).toEqual(Object.keys(messages));
  });

  it("uses each placeholder that English uses", () => {
    for (const [name, { message }] of Object.entries(catalogue)) {
      expect([name, placeholders(message)]).toEqual([name, placeholders(messages[name]?.message ?? "")]);
    }
  });

  it("uses each placeholder from the first to the last", () => {
    for (const [name, { message }] of Object.entries(catalogue)) {
      const used = placeholders(message);
      expect([name, used]).toEqual([name, Array.from({ length: used.length }, (_, at) => at + 1)]);
      expect([name, message.replace(/\$\d/g, "").includes("$")]).toEqual([name, false]);
    }
  });

  it("has names that every browser takes, and says something under each", () => {
    for (const [name, { message }] of Object.entries(catalogue)) {
      expect(name).toMatch(/^[A-Za-z0-9_]+$/);
      expect(message.trim()).toBe(message);
      expect(message).not.toBe("");
    }
  });

  it("keeps the words of the badge short enough for its room", () => {
    for (const name of ["orphan", "unknown", ...lane.options.map((it) => `lane_${it}`)]) {
      expect(catalogue[name]?.message.length, name).toBeLessThanOrEqual(14);
    }
  });
});

const placeholders = (message: string): number[] =>
  [...new Set([...message.matchAll(/\$(\d)/g)].map((it) => Number(it[1])))].sort();
const highestPlaceholder = (name: string): number => highestIn(messages[name]?.message ?? "");
function highestIn(message: string): number {
  return Math.max(0, ...[...message.matchAll(/\$(\d)/g)].map((it) => Number(it[1])));
}
