/** The match pattern of the one Jira site that a person named by host or by any address on it; null: it names none. */
export function jiraOrigin(address: string): string | null {
  const typed = address.trim();
  const full = /^[a-z]+:\/\//i.test(typed) ? typed : `https://${typed}`;
  if (!URL.canParse(full)) return null;
  const { protocol, hostname } = new URL(full);
  const isTenant = /^[a-z0-9][a-z0-9-]*\.atlassian\.net$/.test(hostname);
  return protocol === "https:" && isTenant ? `https://${hostname}/*` : null;
}
