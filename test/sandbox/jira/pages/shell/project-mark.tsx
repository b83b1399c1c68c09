/** A project's square picture: its first letter on the brand's purple. */
export const ProjectMark = ({ projectKey, size }: { projectKey: string; size: number }) => (
  <span
    className="project-mark"
    style={{ width: size, height: size, fontSize: size * 0.6 }}
    aria-hidden="true"
  >
    {projectKey[0]}
  </span>
);
