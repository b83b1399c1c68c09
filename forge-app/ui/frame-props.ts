import type { Translate } from "../../shared/ui/translate";
import type { FrameHost } from "./frame-host";
import type { FramePort } from "./frame-port";

/** What every page of the app is given. */
export interface FrameProps {
  host: FrameHost;
  port: FramePort;
  t: Translate;
}

/** And what those of a project are. */
export interface ProjectProps extends FrameProps {
  /** `id` is Jira's numeric one, as text. */
  project: { id: string; key: string };
}
