import { z } from "zod";
import { ok } from "../../../shared/domain/result";
import { ownPermission } from "../jira/own-permission";
import { holds } from "../jira/rights";
import { answered, type CallHandler, inProject, numericId } from "./call-handler";

export const mySignRight: CallHandler<"mySignRight"> = {
  asks: z.strictObject({ projectId: numericId }),
  answer: ({ projectId }, caller) =>
    inProject(projectId, caller, async () => {
      const permission = ownPermission();
      const isHeld = answered(await holds(caller.ask, permission, projectId));
      return isHeld.ok ? ok({ isHeld: isHeld.value, permission }) : isHeld;
    }),
};
