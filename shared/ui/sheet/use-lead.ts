import { useEffect, useId, useState } from "react";

/** Ids of the fields, and the way to one of them, which may first have to be drawn. */
export function useLead() {
  const prefix = useId();
  const [lead, setLead] = useState<string | null>(null);
  useEffect(() => {
    if (lead === null) return;
    document.getElementById(`${prefix}${lead}`)?.focus();
    setLead(null);
  }, [lead, prefix]);
  return { idOf: (field: string) => `${prefix}${field}`, leadTo: setLead };
}
