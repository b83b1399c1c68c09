import "./raw.css";

/** Something as it stands in a tracker, to be read and copied. */
export const Raw = ({ value }: { value: unknown }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what can scroll must be reachable by keyboard
  <pre className="raw" tabIndex={0}>
    {typeof value === "string" ? value : JSON.stringify(value, null, 2)}
  </pre>
);
