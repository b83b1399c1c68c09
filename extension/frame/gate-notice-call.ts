/** Under this symbol's name the page's isolated world keeps what shows the notice. */
export const gateNoticeName = "plumbline.gate-notice";

/** One issue that was put back, or could not be. */
export interface NoticeRow {
  id: string;
  key: string;
  /** What happened and why. */
  sentence: string;
  /** Accessible names of the buttons; null: there is nothing to undo. */
  fix: string;
  undo: string | null;
}

/** What the notice says besides. */
export interface NoticeWords {
  title: string;
  fix: string;
  undo: string;
  undoing: string;
  failed: string;
  close: string;
  gone: string;
}

/** What the worker calls in a tracker's page. */
export interface NoticeCall {
  /** False: the overlay does not run in this page, and nothing is shown. */
  show(rows: readonly NoticeRow[], words: NoticeWords): boolean;
}
