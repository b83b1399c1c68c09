import fc from "fast-check";
import type { TrackerId } from "../../extension/trackers/hosts";
import { type Json, jsonMutations, mutated } from "./json-mutations";

/** A piece of a page: a text, or `{ tag, attributes, children }` as far as what was done to it left that. */
export type Tree = Json;

const el = (tag: string, attributes: Record<string, string> = {}, ...children: Tree[]): Tree => ({
  tag,
  attributes,
  children,
});

const paths: Record<TrackerId, (key: string) => string> = {
  jira: (key) => `/browse/${key}`,
  linear: (key) => `/northwind/issue/${key}/a-slug`,
};

/** Pieces as the trackers' pages have them (seen as in their `selectors.ts`), each about the tickets of `keys`. */
function pieces(tracker: TrackerId, [one, two, three]: readonly [string, string, string]): Tree[] {
  const href = paths[tracker];
  const link = (key: string, ...children: Tree[]) => el("a", { href: href(key) }, ...children);
  const table = el(
    "table",
    {},
    el(
      "tbody",
      {},
      ...[one, two, three].map((key) =>
        el("tr", {}, el("td", {}, link(key, key)), el("td", {}, link(key, "A title"))),
      ),
    ),
  );
  const editors = el(
    "section",
    {},
    el(
      "div",
      { class: "ProseMirror", contenteditable: "true" },
      el("p", {}, "See ", link(one, one), " first"),
    ),
    el("div", { role: "textbox" }, link(two, two)),
    el("div", { role: "menu" }, el("div", { role: "menuitem" }, link(three, three))),
    link(one, one),
  );
  const list = el(
    "ul",
    {},
    el("li", {}, link(one, one), " ", link(two, el("svg", {})), link(one, el("span", {}, "Words"))),
    el("li", {}, el("h3", {}, link(three, "Only a title"))),
  );
  const flat = el(
    "div",
    {},
    link(one, one),
    link(one, ""),
    el("br"),
    link(two, two),
    "text",
    link(three, el("img", { alt: "" })),
  );
  const form = el(
    "form",
    { action: "/x" },
    el("input", { name: "title" }),
    el("input", { name: "id" }),
    el("input", { name: "action" }),
    el("label", {}, link(one, one)),
  );
  const own: Record<TrackerId, Tree[]> = {
    jira: [
      el(
        "div",
        { "data-testid": `software-backlog.card-list.card.content-container.${one}` },
        el(
          "a",
          {
            "data-testid":
              "software-backlog.card-list.card.card-contents.accessible-card-key.screen-reader-key",
            href: href(one),
          },
          one,
        ),
        el(
          "a",
          {
            "data-testid": "software-backlog.card-list.card.card-contents.accessible-card-key.key",
            href: href(one),
            "aria-hidden": "true",
          },
          one,
        ),
        el(
          "div",
          {
            "data-testid":
              "software-backlog.card-list.card.card-contents.summary-field.summary-field-static.content",
          },
          "A summary ",
          two,
        ),
        el("div", {}, link(two, two)),
      ),
      el(
        "div",
        { "data-testid": "platform-board-kit.ui.card.card", draggable: "true" },
        el("div", {}, "A summary"),
        el("div", { "data-testid": "platform-card.common.ui.key.key" }, link(one, one)),
      ),
      el(
        "nav",
        {},
        el(
          "ol",
          {},
          el("li", {}, link(two, two)),
          el(
            "li",
            {
              "data-testid":
                "issue.views.issue-base.foundation.breadcrumbs.breadcrumb-current-issue-container",
            },
            link(one, one),
          ),
        ),
      ),
      el(
        "div",
        { class: "ak-renderer-document" },
        el(
          "p",
          {},
          link(one, one),
          " and ",
          el("a", { href: "javascript:globalThis.owned=1//browse/ATL-1" }, "ATL-1"),
        ),
      ),
    ],
    linear: [
      el(
        "div",
        { "data-list-container": "" },
        ...[one, two, three].map((key) =>
          el(
            "a",
            { "data-list-row": "true", "data-list-key": `ITEM_${key}`, href: href(key) },
            el("span", {}, key),
            el("span", {}, el("span", {}, "A title")),
            el("span", {}, "2/3"),
          ),
        ),
      ),
      el(
        "div",
        { role: "list" },
        el(
          "a",
          { "data-board-item": "true", href: href(one) },
          el("div", {}, el("span", {}, one)),
          el("span", {}, "A title"),
        ),
      ),
      el("nav", {}, link(two, two)),
      el("div", { "data-editor-id": "issue-1" }, link(one, one)),
    ],
  };
  return [...own[tracker], table, editors, list, flat, form];
}

/** What a page does after it has drawn something. `at` and `to` count its elements or links, modulo how many there are. */
export const pageActs = [
  "recycle",
  "remove",
  "move",
  "redraw",
  "strip-badges",
  "clone",
  "edit-text",
  "make-editable",
  "wrap",
] as const;
export interface PageAct {
  act: (typeof pageActs)[number];
  at: number;
  to: number;
}

export interface PageCase {
  tree: Tree;
  acts: PageAct[];
  /** The address behind the origin: as the page of an issue, or as a list. */
  path: string;
}

/** Pages of a tracker after anything was done to their markup, and what they do next. */
export const anyPage = (tracker: TrackerId): fc.Arbitrary<PageCase> => {
  const key = fc.constantFrom("ATL-1", "ATL-2", "ATL-3", "OPS-17", "A2-90");
  return fc.record({
    tree: fc
      .tuple(fc.tuple(key, key, key), fc.array(fc.nat(100), { minLength: 1, maxLength: 3 }), jsonMutations(6))
      .map(([keys, which, mutations]) => {
        const all = pieces(tracker, keys);
        return mutated(
          which.map((it) => all[it % all.length] as Tree),
          mutations,
        );
      }),
    acts: fc.array(fc.record({ act: fc.constantFrom(...pageActs), at: fc.nat(1_000), to: fc.nat(1_000) }), {
      maxLength: 4,
    }),
    path: fc.constantFrom(
      paths[tracker]("ATL-1"),
      tracker === "jira" ? "/jira/software/c/projects/ATL/boards/1/backlog" : "/northwind/team/ATL/all",
    ),
  });
};
