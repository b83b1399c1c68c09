import { PolicySection } from "../../../shared/ui/policy/policy-section";
import type { ProjectProps } from "../frame-props";

/** The rules of the gate of one project, where its administrators look for them. */
export const SettingsPage = ({ port, t, project }: ProjectProps) => (
  <div className="frame-page">
    <h1>{t("extensionName")}</h1>
    <PolicySection port={port} t={t} scope={project.key} keepsOwn={false} />
  </div>
);
