import { Glyph } from "../icons/glyph";
import { EntityList } from "../list/entity-list";
import { viewHref } from "../routing/hrefs";
import { useWorkspace } from "../store-context";
import { ViewHeader } from "../view-header";

/** The views of issues that people keep. */
export function ViewsPage({ path }: { path: string }) {
  const workspace = useWorkspace();
  const rows = [...workspace.views.values()].map((view) => ({
    id: view.id,
    href: viewHref(workspace.urlKey, view),
    icon: <Glyph name="views" color={view.color} />,
    name: view.name,
    cells: [],
  }));
  return (
    <>
      <ViewHeader crumbs={[{ text: "Views" }]} />
      <EntityList path={path} rows={rows} />
    </>
  );
}
