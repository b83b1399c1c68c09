import SectionMessage from "@atlaskit/section-message";

export interface Note {
  kind: "information" | "success" | "error";
  text: string;
}

/** What came of the last action; read out when it changes. */
export const Message = ({ note }: { note: Note | null }) => (
  <div aria-live="polite" className="message">
    {note && (
      <SectionMessage appearance={note.kind}>
        <p>{note.text}</p>
      </SectionMessage>
    )}
  </div>
);
