import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chainOf, resolveAlignment } from "../../../shared/domain/alignment";
import { companyItems } from "./company-items";
import { companyFromCsv } from "./csv";

const today = "2026-11-21";

function companyOf(...lines: string[]) {
  const read = companyFromCsv(lines.join("\n"), { today });
  if (!read.ok) throw new Error(read.error);
  return read.value;
}

function ticketOf(...lines: string[]) {
  const [ticket] = companyOf(...lines).company.tickets;
  if (ticket === undefined) throw new Error("no ticket was read");
  return ticket;
}

const reasonOf = (text: string) => {
  const read = companyFromCsv(text, { today });
  return read.ok ? "was read" : read.error;
};

describe("a Jira CSV export", () => {
  it("becomes tickets in file order, with what each column says", () => {
    const { company, skipped } = companyOf(
      "Summary,Issue key,Issue id,Issue Type,Status,Project key,Priority,Assignee,Story Points,Description,Labels,Labels",
      'Late trucks,XD-7,10007,Bug,In Review,XD,Major,Ana María López,2.5,"Two\nlines, ""quoted""",dock,night',
      "Second,XD-3,10003,Story,Done,XD,Lowest,,,,,",
    );
    expect(skipped).toEqual([]);
    expect(company.tickets).toEqual([
      {
        number: 7,
        summary: "Late trucks",
        description: 'Two\nlines, "quoted"',
        type: "Bug",
        status: "progress",
        points: 2.5,
        priority: "high",
        assigneeId: "ana-maria-lopez",
        betId: null,
        parentNumber: null,
        sprintId: null,
        lane: null,
        statement: null,
        labels: ["dock", "night"],
        importedKey: "XD-7",
      },
      expect.objectContaining({
        number: 3,
        status: "done",
        points: null,
        priority: "low",
        assigneeId: null,
        labels: [],
      }),
    ]);
    expect(company.people.map(({ id, name, role }) => [id, name, role])).toEqual([
      ["ana", "Ana Duarte", "admin"],
      ["ana-maria-lopez", "Ana María López", "member"],
    ]);
  });

  it("needs no more than keys and summaries", () => {
    expect(ticketOf("Issue key,Summary", "XD-1,One")).toMatchObject({
      type: "Task",
      status: "todo",
      priority: "none",
      points: null,
    });
  });

  it.each([
    ["a byte order mark", "\ufeffIssue key,Summary\nXD-1,One"],
    ["another case and loose spaces in the header", "  ISSUE   Key ,summary\nXD-1,One"],
    ["every field in quotes", '"Issue key","Summary"\n"XD-1","One"'],
    ["Windows line ends", "Issue key,Summary\r\nXD-1,One\r\n"],
    ["old Mac line ends", "Issue key,Summary\rXD-1,One\r"],
    ["semicolons", "Issue key;Summary\nXD-1;One"],
    ["blank lines", "Issue key,Summary\n\nXD-1,One\n\n\n"],
  ])("may come with %s", (_, text) => {
    const read = companyOf(text);
    expect(read.skipped).toEqual([]);
    expect(read.company.tickets).toMatchObject([{ summary: "One", importedKey: "XD-1" }]);
  });

  it.each([
    ["To Do", "", "todo"],
    ["Backlog", "", "todo"],
    ["In Progress", "", "progress"],
    ["Waiting for customer", "", "progress"],
    ["Resolved", "", "done"],
    ["Shipped", "Done", "done"],
    ["Done", "In Progress", "progress"],
    ["", "", "todo"],
  ])("reads status “%s” of category “%s” as %s", (status, category, expected) => {
    expect(
      ticketOf("Issue key,Summary,Status,Status Category", `XD-1,One,${status},${category}`).status,
    ).toBe(expected);
  });

  it.each([
    ["Story Points", "5", 5],
    ["Custom field (Story Points)", "8.0", 8],
    ["Story point estimate", "3", 3],
    ["Story Points", "lots", null],
    ["Story Points", "Infinity", null],
  ])("reads points from “%s”: “%s” is %s", (column, cell, expected) => {
    expect(ticketOf(`Issue key,Summary,${column}`, `XD-1,One,${cell}`).points).toBe(expected);
  });

  it("gives people with like names ids of their own", () => {
    const { company } = companyOf(
      "Issue key,Summary,Assignee",
      "A1-1,x,Ana",
      "A1-2,x,ANA",
      "A1-3,x,李雷",
      "A1-4,x,kim@example.org",
    );
    expect(company.people.map(({ id, email }) => [id, email])).toEqual([
      ["ana", "ana@northwind.example"],
      ["ana-2", "ana-2@northwind.example"],
      ["ana-3", "ana-3@northwind.example"],
      ["person", "person@northwind.example"],
      ["kim-example-org", "kim@example.org"],
    ]);
  });

  it("keeps the keys of several projects, each ticket with a number of its own", () => {
    const { tickets } = companyOf("Issue key,Summary", "XD-1,One", "OPS-1,Two", "OPS-2,Three").company;
    expect(tickets.map(({ importedKey }) => importedKey)).toEqual(["XD-1", "OPS-1", "OPS-2"]);
    expect(new Set(tickets.map(({ number }) => number)).size).toBe(3);
  });
});

describe("rows that cannot be used", () => {
  it("are skipped, and reported with the line on which they begin", () => {
    const { company, skipped } = companyOf(
      "Issue key,Summary,Description",
      'XD-1,One,"a\nb\r\nc"',
      ",No key,",
      "xd 2,Bad key,",
      "XD-3,,",
      "XD-1,Again,",
      "",
      "XD-4,Too few",
      "XD-5,Too many,,,",
      "XD-6,Last,",
    );
    expect(company.tickets.map(({ importedKey }) => importedKey)).toEqual(["XD-1", "XD-6"]);
    expect(skipped).toEqual([
      { line: 5, reason: "has no issue key" },
      { line: 6, reason: "has “xd 2” for an issue key" },
      { line: 7, reason: "XD-3 has no summary" },
      { line: 8, reason: "XD-1 was already on line 2" },
      { line: 10, reason: "has 2 fields where the header has 3" },
      { line: 11, reason: "has 5 fields where the header has 3" },
    ]);
  });

  it("do not take what stands before them along: a quote that never closes ends the file", () => {
    const { company, skipped } = companyOf("Issue key,Summary", "XD-1,One", 'XD-2,"Two', "XD-3,Three");
    expect(company.tickets).toHaveLength(1);
    expect(skipped).toEqual([
      { line: 3, reason: "opens a quote that is never closed; the rest of the file cannot be read" },
    ]);
  });
});

describe("a file that is no Jira export", () => {
  it.each([
    ["an empty file", "", /^The file is empty\.$/],
    ["white space", "\ufeff \n\n", /^The file is empty\.$/],
    ["a picture", "\ufffdPNG\r\n\u001a\n\0\0", /not UTF-8 text/],
    ["UTF-16", "\ufffd\ufffdI\0s\0s\0u\0e\0", /not UTF-8 text/],
    ["a login page", "<!DOCTYPE html><html><title>Log in", /web page/],
    ["another CSV", "name,age\nAna,4", /no column “Issue key”, but “name”, “age”\.$/],
    ["an export without summaries", "Issue key,Status\nXD-1,Done", /no column “Summary”/],
    ["plain text", "Dear all, the export is attached.", /no column “Issue key”/],
    ["a header alone", "Issue key,Summary\n", /without a single ticket/],
    ["bad rows only", "Issue key,Summary\nnope,One\n", /No row .* line 2, has “nope”/],
    ["an open quote in the header", '"Issue key,Summary\nXD-1,One', /first line opens a quote/],
  ])("%s is refused with a sentence", (_, text, sentence) => {
    expect(reasonOf(text)).toMatch(sentence);
  });
});

describe("parents", () => {
  const header = "Issue key,Issue id,Issue Type,Summary";

  it.each([
    ["Parent", "10"],
    ["Parent id", "10"],
    ["Parent key", "XD-10"],
    ["Epic Link", "XD-10"],
    ["Custom field (Epic Link)", "XD-10"],
  ])("are found by “%s”", (column, reference) => {
    const { company } = companyOf(
      `${header},${column}`,
      `XD-1,1,Story,One,${reference}`,
      "XD-10,10,Epic,The epic,",
    );
    expect(company.bets).toMatchObject([
      { id: "XD-10", title: "The epic", importedKey: "XD-10", sheet: null, statement: null, aimId: null },
    ]);
    expect(company.tickets).toMatchObject([{ importedKey: "XD-1", betId: "XD-10", parentNumber: null }]);
  });

  it("are tickets where a ticket hangs under a story, and bets at every level above", () => {
    const { company } = companyOf(
      `${header},Parent`,
      "XD-1,1,Outcome,Top,",
      "XD-2,2,Epic,Epic,1",
      "XD-3,3,Story,Story,2",
      "XD-4,4,Sub-task,Part,3",
      "XD-5,5,Technical task,Other part,3",
      "XD-6,6,Requirement,A type of their own,",
      "XD-7,7,Subtask,Its part,6",
    );
    expect(company.bets.map(({ id, parentBetId }) => [id, parentBetId])).toEqual([
      ["XD-1", null],
      ["XD-2", "XD-1"],
    ]);
    expect(company.tickets.map(({ number, betId, parentNumber }) => [number, betId, parentNumber])).toEqual([
      [3, "XD-2", null],
      [4, null, 3],
      [5, null, 3],
      [6, null, null],
      [7, null, 6],
    ]);
  });

  it("that are not in the file are known by their key alone, except above a sub-task", () => {
    const { company } = companyOf(
      "Issue key,Issue Type,Summary,Parent key,Parent summary",
      "XD-1,Story,One,XD-90,Dock doors",
      "XD-2,Story,Two,OPS-4,",
      "XD-3,Sub-task,Three,XD-91,A story",
    );
    expect(company.bets.map(({ id, title }) => [id, title])).toEqual([
      ["XD-90", "Dock doors"],
      ["OPS-4", "OPS-4"],
    ]);
    expect(company.tickets.map(({ betId }) => betId)).toEqual(["XD-90", "OPS-4", null]);
  });

  it("may go in circles, which the rules can tell", () => {
    const { company } = companyOf(
      `${header},Parent`,
      "XD-1,1,Epic,One,2",
      "XD-2,2,Epic,Two,1",
      "XD-3,3,Story,Three,1",
      "XD-4,4,Story,Itself,4",
    );
    const { tickets, find } = companyItems(company);
    expect(tickets.map((ticket) => chainOf(ticket, find).end)).toEqual(["loop", "loop"]);
  });

  it("have no sheets, so their tickets are orphans for that reason and the others for having none", () => {
    const { company } = companyOf(
      `${header},Parent`,
      "XD-1,1,Epic,Epic,",
      "XD-2,2,Story,Two,1",
      "XD-3,3,Sub-task,Three,2",
      "XD-4,4,Story,Four,",
    );
    const { tickets, find } = companyItems(company);
    const said = tickets.map((ticket) =>
      resolveAlignment(ticket, chainOf(ticket, find), company.policy.lanes, `${today}T00:00:00.000Z`),
    );
    expect(said).toMatchObject([
      { kind: "orphan", reasons: ["parent-without-sheet"] },
      { kind: "orphan", reasons: ["parent-without-sheet"] },
      { kind: "orphan", reasons: ["no-parent"] },
    ]);
  });
});

describe("sprints", () => {
  it("are closed, active or future by where unfinished tickets are now: the last of the repeated columns", () => {
    const { company } = companyOf(
      "Issue key,Summary,Status,Sprint,Sprint,Sprint",
      "XD-1,One,Done,Sprint 1,,",
      "XD-2,Two,Done,Sprint 2,,",
      "XD-3,Three,In Progress,Sprint 1,Sprint 2,Sprint 3",
      "XD-4,Four,To Do,Sprint 3,,",
      "XD-5,Five,To Do,Sprint 4,,",
      "XD-6,Six,To Do,,,",
    );
    expect(
      company.sprints.map(({ name, state, startDate, endDate }) => [name, state, startDate, endDate]),
    ).toEqual([
      ["Sprint 1", "closed", null, null],
      ["Sprint 2", "closed", null, null],
      ["Sprint 3", "active", "2026-11-21T00:00:00.000Z", "2026-12-05T00:00:00.000Z"],
      ["Sprint 4", "future", null, null],
    ]);
    const names = new Map(company.sprints.map(({ id, name }) => [id, name]));
    expect(company.tickets.map(({ sprintId }) => names.get(sprintId ?? "") ?? null)).toEqual([
      "Sprint 1",
      "Sprint 2",
      "Sprint 3",
      "Sprint 3",
      "Sprint 4",
      null,
    ]);
  });

  it("are all closed where everything is finished, and none where no column names any", () => {
    expect(companyOf("Issue key,Summary,Status,Sprint", "XD-1,One,Done,S1").company.sprints).toMatchObject([
      { state: "closed" },
    ]);
    expect(companyOf("Issue key,Summary", "XD-1,One").company.sprints).toEqual([]);
  });
});

describe("any text at all", () => {
  const scrap = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom(
      ",",
      '"',
      "\n",
      "\r\n",
      ";",
      "Issue key",
      "Summary",
      "Parent",
      "Sprint",
      "XD-1",
      "XD-2",
      "Epic",
      "1",
    ),
  );

  it("gives a company or a sentence, never an exception", () => {
    fc.assert(
      fc.property(fc.array(scrap, { maxLength: 40 }), (scraps) => {
        for (const text of [scraps.join(""), `Issue key,Summary,Parent,Sprint\n${scraps.join("")}`]) {
          const read = companyFromCsv(text, { today });
          if (read.ok)
            expect(read.value.company.tickets.length + read.value.company.bets.length).toBeGreaterThan(0);
          else expect(read.error).toMatch(/^[A-Z].*\.$/s);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it("comes back as it was where it was written as CSV", () => {
    const cell = fc.string({ unit: "grapheme" }).map((text) => text.trim());
    const summary = cell.filter((text) => text !== "");
    fc.assert(
      fc.property(fc.array(fc.tuple(summary, cell), { minLength: 1 }), (rows) => {
        const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const lines = rows.map(([title, text], at) => `XD-${at + 1},${quoted(title)},${quoted(text)}`);
        const { company } = companyOf("Issue key,Summary,Description", ...lines);
        expect(company.tickets.map((ticket) => [ticket.summary, ticket.description])).toEqual(rows);
      }),
    );
  });
});

const data = resolve(process.cwd(), "../shared/data");
describe.skipIf(!existsSync(data))("real exports", () => {
  it.each([
    ["springxd.jira-export.csv", "XD-", 3_526],
    ["mesos.jira-export.csv", "MESOS-", 1_680],
  ])("%s is read whole", (file, prefix, count) => {
    const { company, skipped } = companyOf(readFileSync(resolve(data, file), "utf8"));
    expect(skipped).toEqual([]);
    expect(company.tickets).toHaveLength(count);
    expect(company.tickets.every(({ importedKey }) => importedKey?.startsWith(prefix))).toBe(true);
    expect(company.tickets.every(({ points }) => points !== null)).toBe(true);
    expect(company.bets).toEqual([]);
  });
});
