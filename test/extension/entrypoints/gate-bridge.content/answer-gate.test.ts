import { expect, it, vi } from "vitest";
import { answerGate } from "../../../../extension/entrypoints/gate-bridge.content/answer-gate";
import type { ReadAhead } from "../../../../extension/entrypoints/gate-bridge.content/read-ahead";
import { jiraGate } from "../../../../extension/trackers/jira/gate";

const request = {
  method: "PUT",
  url: "https://northwind.atlassian.net/rest/greenhopper/1.0/sprint/rank",
  contentType: "application/json",
  body: JSON.stringify({ idOrKeys: ["ATL-1"], sprintId: 12 }),
};
const moves = [{ act: "enter", issue: "ATL-1", sprint: "12" }];
const config = { hints: { sprintField: null }, silence: null as string | null };

/** The isolated end of a channel over an extension that answers like this. */
function anExtension(over: Partial<Parameters<typeof answerGate>[2]> = {}, isAllowed = false) {
  const { port1, port2 } = new MessageChannel();
  const notePassed = vi.fn(async (_why: string, _moves: unknown[]) => undefined);
  const noteWrote = vi.fn(async () => undefined);
  const extension = {
    isGone: () => false,
    judge: vi.fn(async () => ({ refuse: "No." as string | null, config })),
    readConfig: vi.fn(async () => config),
    notePassed,
    noteWrote,
    ...over,
  };
  const forget = vi.fn();
  const ahead: ReadAhead = { expect: vi.fn(), allows: () => isAllowed, forget };
  answerGate(port1, jiraGate, extension, ahead);
  const ask = (message: unknown) =>
    new Promise((resolve) => {
      port2.onmessage = ({ data }) => resolve(data);
      port2.postMessage(message);
    });
  return {
    extension,
    notePassed,
    noteWrote,
    forget,
    ask,
    send: (it: unknown) => port2.postMessage(it),
    close: () => port2.close(),
  };
}
type Answer = Parameters<typeof anExtension>[0];

it.each<[string, Answer, unknown]>([
  ["a refusal in the tracker's shape", {}, { of: 3, refusal: expect.objectContaining({ status: 400 }) }],
  ["what may go on", { judge: async () => ({ refuse: null, config }) }, { of: 3, refusal: null }],
  ["what nobody can be asked about any more", { isGone: () => true }, { of: 3, refusal: null }],
  [
    "what the worker fails at",
    { judge: () => Promise.reject(new Error("worker")) },
    { of: 3, refusal: null },
  ],
])("answers %s", async (_, over, wanted) => {
  const { ask, close } = anExtension(over);
  expect(await ask({ ask: 3, request })).toEqual(wanted);
  close();
});

it("refuses what the worker fails at where the policy wants that, and tells ring two either way", async () => {
  const readConfig = async () => ({ ...config, silence: "Not checked." });
  const { ask, notePassed, close } = anExtension({
    readConfig,
    judge: () => Promise.reject(new Error("worker")),
  });
  await new Promise((resolve) => setTimeout(resolve));
  expect(JSON.stringify(await ask({ ask: 1, request }))).toContain("Not checked.");
  await vi.waitFor(() => expect(notePassed).toHaveBeenCalledWith("late", moves));
  close();
});

it("asks nobody about what puts nothing into a sprint, and takes no notice of what is no message", async () => {
  const { ask, send, extension, close } = anExtension();
  for (const it of [null, 7, "ask", { ask: 1 }, { ask: "1", request }, { passed: "because", request }])
    send(it);
  const other = { ...request, body: JSON.stringify({ idOrKeys: ["ATL-1"], sprintId: null }) };
  expect(await ask({ ask: 2, request: other })).toEqual({ of: 2, refusal: null });
  expect(extension.judge).not.toHaveBeenCalled();
  close();
});

it("lets in at once what was read ahead, and has it verified behind", async () => {
  const never = new Promise<never>(() => undefined);
  const { ask, extension, close } = anExtension({ judge: vi.fn(() => never) }, true);
  expect(await ask({ ask: 4, request, isAlone: true })).toEqual({ of: 4, refusal: null });
  expect(extension.judge).toHaveBeenCalledWith(moves, true);
  close();
});

it("goes by nothing read ahead where the page sent something else meanwhile, told or not", async () => {
  const { ask, send, forget, extension, close } = anExtension({}, true);
  await ask({ ask: 5, request, isAlone: false });
  expect(extension.judge).toHaveBeenCalledWith(moves, false);
  send({ wrote: true });
  send({ passed: "unread", request });
  await vi.waitFor(() => expect(forget).toHaveBeenCalledTimes(2));
  close();
});

it("tells ring two of what went past", async () => {
  const { send, notePassed, noteWrote, close } = anExtension();
  send({ wrote: true });
  await vi.waitFor(() => expect(noteWrote).toHaveBeenCalledOnce());
  expect(notePassed).not.toHaveBeenCalled();
  send({ passed: "synchronous", request });
  send({ passed: "unread", request: { ...request, body: "" } });
  await vi.waitFor(() =>
    expect(notePassed.mock.calls).toEqual([
      ["synchronous", moves],
      ["unread", []],
    ]),
  );
  // What goes on only now is looked for once more.
  await vi.waitFor(() => expect(noteWrote).toHaveBeenCalledTimes(3));
  close();
});
