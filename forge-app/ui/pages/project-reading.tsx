import Button from "@atlaskit/button/new";
import { useEffect, useState } from "react";
import type { Result } from "../../../shared/domain/result";
import type { ProjectRead } from "../../../shared/jira/read-project";
import { failureText } from "../../../shared/ui/failure-text";
import type { PortFailure } from "../../../shared/ui/port";
import type { Translate } from "../../../shared/ui/translate";
import type { FramePort } from "../frame-port";

interface ReadingProps {
  port: FramePort;
  t: Translate;
  /** The project's key. */
  project: string;
}

/** Reads the project for the page around it, and says how far it is. */
export function ProjectReading({ port, t, project }: ReadingProps) {
  const [soFar, setSoFar] = useState(0);
  const [read, setRead] = useState<Result<ProjectRead, PortFailure> | null>(null);
  const [round, setRound] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again when the person asks.
  useEffect(() => {
    let isCurrent = true;
    setRead(null);
    void port
      .readProject(project, (count) => isCurrent && setSoFar(count))
      .then((it) => isCurrent && setRead(it));
    return () => {
      isCurrent = false;
    };
  }, [port, project, round]);

  if (read?.ok === false)
    return (
      <div className="trouble" role="alert">
        <p>{t("forge_projectUnread", failureText(t, read.error))}</p>
        <Button onClick={() => setRound((it) => it + 1)}>{t("statement_tryAgain")}</Button>
      </div>
    );
  return (
    <p className="quiet" role="status">
      {read === null
        ? t("forge_projectReading", String(soFar))
        : t(read.value.isCut ? "forge_projectCut" : "forge_projectRead", String(read.value.issues))}
    </p>
  );
}
