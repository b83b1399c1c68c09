import { useEffect, useState } from "react";
import { type Tenant, tenantOf } from "../../desk/tenant";
import { trackerOfOrigin } from "../../trackers/hosts";
import { pages } from "../../trackers/pages";
import { readActiveTab, watchActiveTab } from "../../ui/active-tab";

/** Where the person is in a tracker. */
export interface Place {
  tenant: Tenant;
  /** The ticket that the page is about; null: it is about several, or none. */
  key: string | null;
}

/** Follows the tab in front of the person. Null: no page of a tracker; undefined: not known yet. */
export function usePlace(): Place | null | undefined {
  const [place, setPlace] = useState<Place | null>();
  useEffect(() => {
    const lifetime = new AbortController();
    const look = async () => {
      const { url } = await readActiveTab();
      if (!lifetime.signal.aborted) setPlace(url && placeOf(url));
    };
    void look();
    watchActiveTab(() => void look(), lifetime.signal);
    return () => lifetime.abort();
  }, []);
  return place;
}

function placeOf(url: URL): Place | null {
  const tracker = trackerOfOrigin(url.origin);
  if (tracker === null) return null;
  const workspace = pages[tracker].workspaceOf(url);
  const tenant = tenantOf(workspace === null ? url.origin : `${url.origin}/${workspace}`);
  return tenant && { tenant, key: pages[tracker].ownKeyOf(url) };
}
