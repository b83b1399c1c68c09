import { err } from "../../shared/domain/result";
import type { Answer, Calls } from "../src/resolvers/calls";
import type { FrameHost } from "./frame-host";

/** Asks one of the app's functions; that the platform failed is an answer too. */
export const askApp = async <Name extends keyof Calls>(
  { ask }: Pick<FrameHost, "ask">,
  name: Name,
  asks: Calls[Name]["asks"],
): Promise<Answer<Calls[Name]["gives"]>> =>
  ask(name, asks).catch((error: unknown) =>
    err({ kind: "unexpected", message: error instanceof Error ? error.message : String(error) }),
  );
