import { z } from "zod";
import { ok } from "../../../shared/domain/result";
import { keepSettings, readSettings as readKept, settings } from "../storage/settings";
import { asAdmin, type CallHandler, inProject, nothingAsked, numericId, refusal } from "./call-handler";

/** As much as a project's own policy may have: the limit of a property in Jira. */
const mostCharacters = 32_768;

export const readSettings: CallHandler<"readSettings"> = {
  asks: nothingAsked,
  answer: (_, caller) => asAdmin(caller, async () => ok(await readKept())),
};

export const saveSettings: CallHandler<"saveSettings"> = {
  asks: z.strictObject({ settings }),
  answer: (asked, caller) =>
    asAdmin(caller, async () => {
      if (JSON.stringify(asked.settings).length > mostCharacters) return refusal("rejected");
      await keepSettings(asked.settings, caller.now);
      return ok(asked.settings);
    }),
};

export const defaultPolicy: CallHandler<"defaultPolicy"> = {
  asks: z.strictObject({ projectId: numericId }),
  answer: ({ projectId }, caller) => inProject(projectId, caller, async () => ok((await readKept()).policy)),
};
