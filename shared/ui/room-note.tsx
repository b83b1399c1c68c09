import SectionMessage from "@atlaskit/section-message";
import type { Room } from "../domain/limits";
import type { Translate } from "./translate";

/** How much of a page or a comment the tracker still takes, told once it gets scarce. */
export function RoomNote({ t, what, room }: { t: Translate; what: "page" | "comment"; room: Room }) {
  const { state, used, limit } = room;
  if (state === "ample") return null;
  const [has, most] = [String(used), String(limit.most)];
  return (
    <SectionMessage appearance={state === "over" ? "error" : "warning"}>
      <p>
        {state === "near"
          ? t("room_near", has, most)
          : t(what === "page" ? "room_pageOver" : "room_commentOver", has, most)}
      </p>
    </SectionMessage>
  );
}
