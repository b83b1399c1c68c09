import { useEffect, useState } from "react";
import type { AlignmentPort } from "../../shared/ui/port";
import { tenantOf } from "../desk/tenant";
import { openDesk } from "./open-desk";

/** The port of the tenant with this id, one for each and ended with it; null: there is none. */
export function useDesk(id: string | null): AlignmentPort | null {
  const [port, setPort] = useState<AlignmentPort | null>(null);
  useEffect(() => {
    const lifetime = new AbortController();
    const tenant = id === null ? null : tenantOf(id);
    setPort(tenant && openDesk(tenant, lifetime.signal));
    return () => lifetime.abort();
  }, [id]);
  return port;
}
