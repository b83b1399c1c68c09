/**
 * How the sandbox's pages are marked: with the test ids and attributes that the trackers are known to have, or as after a
 * release that renames all of them, leaves helper attributes out and orders cells anew.
 */
export type Markup = "today" | "renamed";
