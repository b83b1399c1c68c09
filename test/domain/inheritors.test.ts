import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chainOf } from "../../shared/domain/alignment";
import { inheritorsOf, type TicketBelow } from "../../shared/domain/inheritors";
import { value } from "../../shared/domain/result";
import { statementInForce } from "../../shared/domain/statement-in-force";
import { aStatement, aWorkItem } from "./builders";

const below = (id: string, parentId: string, hasOwn = false): TicketBelow => ({
  ...{ id, key: `ATL-${id}`, title: `Ticket ${id}`, parentId, hasOwn },
});
const ids = (some: readonly TicketBelow[]) => some.map(({ id }) => id);

describe("the tickets that take a statement", () => {
  it.each<[string, TicketBelow[], string[], string[]]>([
    ["none, where nothing is below", [below("9", "elsewhere")], [], []],
    ["children and theirs", [below("2", "1"), below("3", "2"), below("4", "1")], ["2", "4", "3"], []],
    ["not what has its own, nor what is below that", [below("2", "1", true), below("3", "2")], [], ["2"]],
    [
      "each once, though parents go in a circle",
      [below("2", "1"), below("1", "2"), below("2", "2")],
      ["2"],
      [],
    ],
  ])("are %s", (_, tickets, inherit, own) => {
    const found = inheritorsOf("1", tickets);
    expect([ids(found.inherit), ids(found.own)]).toEqual([inherit, own]);
  });

  it("are those whose statement in force is the object's", () => {
    const tree = fc.array(fc.record({ parent: fc.nat(12), hasOwn: fc.boolean() }), { maxLength: 12 });
    fc.assert(
      fc.property(tree, (nodes) => {
        const tickets = nodes.map(({ parent, hasOwn }, at) =>
          below(`${at + 1}`, `${parent % (at + 1)}`, hasOwn),
        );
        const statement = value(aStatement());
        const items = [
          aWorkItem({ id: "0", statement }),
          ...tickets.map((it) =>
            aWorkItem({ id: it.id, parentId: it.parentId, ...(it.hasOwn && { statement }) }),
          ),
        ];
        const find = (id: string) => items.find((it) => it.id === id);
        const inForce = items.filter((it) => statementInForce(it, chainOf(it, find))?.id === "0");
        const found = ids(inheritorsOf("0", tickets).inherit);
        expect(found.toSorted()).toEqual(
          inForce
            .map(({ id }) => id)
            .filter((id) => id !== "0")
            .toSorted(),
        );
      }),
    );
  });
});
