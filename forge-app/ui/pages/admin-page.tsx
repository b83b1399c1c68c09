import type { FrameProps } from "../frame-props";
import { AppHealth } from "./app-health";
import { DefaultPolicy } from "./default-policy";

/** What administrators of Jira set for all projects, and how the app itself is. */
export const AdminPage = ({ host, port, t }: FrameProps) => (
  <div className="frame-page">
    <h1>{t("extensionName")}</h1>
    <AppHealth host={host} t={t} />
    <DefaultPolicy host={host} port={port} t={t} />
  </div>
);
