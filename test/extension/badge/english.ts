import { readFileSync } from "node:fs";
import type { Translate } from "../../../shared/ui/translate";

const messages: Record<string, { message: string }> = JSON.parse(
  readFileSync("extension/public/_locales/en/messages.json", "utf8"),
);

/** The English catalogue, as a browser fills it in; unlike a browser it throws where it has no such message. */
export const english: Translate = (name, ...parts) => {
  const found = messages[name];
  if (found === undefined) throw new Error(`there is no message ${name}`);
  return found.message.replace(/\$(\d)/g, (_, place: string) => parts[Number(place) - 1] ?? "");
};
