import type { Answer, Calls } from "../src/resolvers/calls";

/** What the app's pages ask of the frame that they stand in. Only `main.tsx` knows what that is made of. */
export interface FrameHost {
  /** Asks Jira as the person in front of the screen; `path` is one of its public REST API. Rejects where nothing came back. */
  requestJira(
    path: string,
    init: { method: string; headers: Record<string, string>; body?: string },
  ): Promise<Response>;
  /** Asks one of the app's own functions. Rejects where the platform itself failed. */
  ask<Name extends keyof Calls>(name: Name, asks: Calls[Name]["asks"]): Promise<Answer<Calls[Name]["gives"]>>;
  /** Opens an address of Jira in another tab. */
  open(url: string): void;
  /** Tells Jira that what it shows of the issue is old. */
  refresh(): void;
}
