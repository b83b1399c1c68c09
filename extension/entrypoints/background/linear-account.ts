import { z } from "zod";
import { callLinear } from "../../facts/call-linear";
import type { LinearAccount, LinearKeyRefusal } from "../../messaging/extension-protocol";
import type { LinearKeyStore } from "../../store/linear-key";
import { readLinearAnswer } from "../../trackers/linear/api";
import { viewerQuery } from "../../trackers/linear/queries";

const viewerAnswer = z.object({
  data: z.object({
    viewer: z.object({ name: z.string(), organization: z.object({ urlKey: z.string(), name: z.string() }) }),
  }),
});

/** Tries a key at Linear's API and keeps it only if it opens something. */
export async function saveLinearKey(
  raw: string,
  store: LinearKeyStore,
  call: typeof callLinear = callLinear,
): Promise<{ account: LinearAccount } | { refusal: LinearKeyRefusal }> {
  const key = raw.trim();
  // A header value takes printable ASCII only, and a key has no spaces.
  if (!/^[\x21-\x7e]{8,256}$/.test(key)) return { refusal: "not-a-key" };
  const body = JSON.stringify({ query: viewerQuery });
  const json = readLinearAnswer(
    await call({ method: "POST", path: "https://api.linear.app/graphql", body }, key),
  );
  if (!json.ok) return { refusal: json.error.kind === "signed-out" ? "rejected" : "unreachable" };
  const answer = viewerAnswer.safeParse(json.value);
  if (!answer.success) return { refusal: "unreachable" };
  const { name, organization } = answer.data.data.viewer;
  const account = { workspace: organization.urlKey, organization: organization.name, person: name };
  await store.write({ key, ...account });
  return { account };
}

/** Whose key is kept, without the key. */
export async function readLinearAccount(store: LinearKeyStore): Promise<LinearAccount | null> {
  const row = await store.read();
  return row && { workspace: row.workspace, organization: row.organization, person: row.person };
}
