import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { renamedAttribute, renameMarkup } from "./rename-markup";

const pages = fileURLToPath(new URL(".", import.meta.url));

describe("renamed markup", () => {
  it("knows every data attribute that the pages write", () => {
    const files = readdirSync(pages, { recursive: true, encoding: "utf8" });
    const sources = files
      .filter((path) => path.endsWith(".tsx"))
      .map((path) => readFileSync(`${pages}${path}`, "utf8"));
    const written = new Set(sources.flatMap((source) => source.match(/\bdata-[a-z-]+(?==)/g) ?? []));
    expect(written.size).toBeGreaterThan(15);
    const kept = [...written].filter((name) => renamedAttribute(name, "x")?.name === name);
    expect(kept).toEqual([]);
  });

  it("gives each name and value one other, and says no more than before", () => {
    const row = renamedAttribute("data-list-row", "true");
    expect(row).toEqual(renamedAttribute("data-list-row", "true"));
    expect(row?.name).toMatch(/^data-u[0-9a-z]+$/);
    expect(row?.value).toBe("true");
    expect(renamedAttribute("data-list-key", "ITEM_1")?.value).not.toContain("ITEM");
    expect(renamedAttribute("data-list-key", "ITEM_1")).not.toEqual(
      renamedAttribute("data-list-key", "ITEM_2"),
    );
  });

  it("leaves alone what is not Linear's own", () => {
    const written: Record<string, string> = {};
    const element = {
      setAttribute(name: string, value: string) {
        written[name] = value;
      },
    };
    renameMarkup(element);
    element.setAttribute("data-view-id", "issue-view");
    element.setAttribute("data-contextual-menu", "true");
    element.setAttribute("data-index", "3");
    element.setAttribute("href", "/northwind/issue/ATL-1");
    expect(written).toEqual({
      [renamedAttribute("data-view-id", "")?.name ?? ""]: renamedAttribute("data-view-id", "issue-view")
        ?.value,
      "data-index": "3",
      href: "/northwind/issue/ATL-1",
    });
  });
});
