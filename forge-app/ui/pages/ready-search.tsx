import Button from "@atlaskit/button/new";
import { type ReadyFilter, readyFilters } from "../../../shared/jira/ready-filters";
import { wordOf } from "../../../shared/ui/word-of";
import type { ProjectProps } from "../frame-props";

interface SearchProps extends Pick<ProjectProps, "host" | "t" | "project"> {
  name: ReadyFilter["name"];
}

/** Opens one of the ready-made searches over a project in Jira's own search, and says what that finds. */
export function ReadySearch({ host, t, project, name }: SearchProps) {
  const jql = readyFilters(project.key).find((it) => it.name === name)?.jql ?? "";
  return (
    <p>
      <Button spacing="compact" onClick={() => host.open(`/issues/?jql=${encodeURIComponent(jql)}`)}>
        {t(`forge_search_${wordOf(name)}`)}
      </Button>{" "}
      <small>{t("forge_searchMeans")}</small>
    </p>
  );
}
