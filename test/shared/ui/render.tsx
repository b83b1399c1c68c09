import { readFileSync } from "node:fs";
import { act, type ReactNode } from "react";
import { createRoot } from "react-dom/client";
import { onTestFinished } from "vitest";
import type { Translate } from "../../../shared/ui/translate";

const english = JSON.parse(readFileSync("extension/public/_locales/en/messages.json", "utf8")) as Record<
  string,
  { message: string }
>;

/** The English sentences that people read. */
export const t: Translate = (name, ...parts) => {
  const sentence = english[name];
  if (sentence === undefined) throw new Error(`no sentence ${name}`);
  return sentence.message.replace(/\$(\d)/g, (_, at) => parts[Number(at) - 1] ?? "");
};

/** A page with one component, as a person uses it; gone with the test. */
export async function render(node: ReactNode) {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  const root = document.createElement("div");
  document.body.append(root);
  const reactRoot = createRoot(root);
  await act(async () => reactRoot.render(node));
  const all = <E extends Element>(selector: string) => [...root.querySelectorAll<E>(selector)];
  const button = (name: string) => {
    const found = all<HTMLButtonElement>("button").find((it) => it.textContent?.trim() === name);
    if (!found) throw new Error(`no button ${name}: ${all("button").map((it) => it.textContent)}`);
    return found;
  };
  /** The field that a label names, of several with that label the one at `place`. */
  const field = (label: string, place = 0) => {
    const labels = all<HTMLLabelElement>("label").filter((it) => it.textContent?.trim() === label);
    const it = labels[place];
    const found = it?.htmlFor ? document.getElementById(it.htmlFor) : it?.querySelector("input");
    if (!found) throw new Error(`no field ${label}`);
    return found as HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
  };
  const leave = () =>
    act(async () => {
      reactRoot.unmount();
      root.remove();
    });
  onTestFinished(leave);
  return {
    root,
    all,
    button,
    field,
    text: () => root.textContent ?? "",
    press: (name: string) => act(async () => button(name).click()),
    click: (it: HTMLElement) => act(async () => it.click()),
    /** Types over what a field says. */
    type: (label: string, value: string, place = 0) =>
      act(async () => {
        const it = field(label, place);
        const setter = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(it), "value")?.set;
        setter?.call(it, value);
        it.dispatchEvent(new Event(it instanceof HTMLSelectElement ? "change" : "input", { bubbles: true }));
      }),
    act: (run: () => unknown) => act(async () => void (await run())),
    leave,
  };
}
