import { browser } from "wxt/browser";
import type { BackgroundProtocol } from "./extension-protocol";

/**
 * Sends a message to the background, as `sendMessage` of extension-protocol.ts does, without the library that it is made
 * of: a content script is part of every page, and that library weighs 3 KB. Rejects where nobody answers.
 */
export async function askBackground<Name extends keyof BackgroundProtocol>(
  type: Name,
  data: Parameters<BackgroundProtocol[Name]>[0],
): Promise<ReturnType<BackgroundProtocol[Name]>> {
  const answer = await browser.runtime.sendMessage({ id: 0, type, data, timestamp: Date.now() });
  if (answer?.err) throw new Error(answer.err.message);
  if (!answer) throw new Error("No answer");
  return answer.res;
}
