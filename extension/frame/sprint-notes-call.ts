/** Under this symbol's name the page's isolated world keeps what shows notes about sprints. */
export const sprintNotesName = "plumbline.sprint-notes";

/** How ready one sprint is. */
export interface SprintNote {
  /** The sprint's id. */
  sprint: string;
  /** Beside the sprint's own header. */
  text: string;
  /** Where it stands by itself, with the sprint's name. */
  named: string;
  isReady: boolean;
}

/** What the worker calls in a tracker's page. Both give false where the overlay does not run, and nothing is shown. */
export interface SprintNotesCall {
  /** Shows these, in place of those before, while the page stays at this address. */
  show(notes: readonly SprintNote[], path: string, label: string): boolean;
  /** Shows a sentence beside the pointer while a ticket is being dragged. */
  hint(sentence: string): boolean;
}
