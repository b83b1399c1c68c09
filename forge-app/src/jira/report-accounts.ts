import { privacy } from "@forge/api";

/** An account whose id is kept, and since when; a UTC ISO moment. */
export interface KeptAccount {
  accountId: string;
  updatedAt: string;
}

/** Tells Atlassian whose account ids are kept, and gives those whose accounts are closed: theirs have to go. */
export async function reportAccounts(accounts: readonly KeptAccount[]): Promise<string[]> {
  const updates = await privacy.reportPersonalData([...accounts]);
  return updates.filter(({ status }) => status === "closed").map(({ accountId }) => accountId);
}
