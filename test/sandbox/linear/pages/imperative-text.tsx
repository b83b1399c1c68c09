import { useLayoutEffect, useRef } from "react";
import { cx } from "./release";

interface ImperativeTextProps {
  text: string;
  name: string;
  columnId?: string;
}

/** Text that is written anew at every render, so that foreign nodes inside it are deleted, as by an observer outside React (inferred). */
export function ImperativeText({ text, name, columnId }: ImperativeTextProps) {
  const element = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    if (element.current) element.current.textContent = text;
  });
  return <span ref={element} className={cx(name)} data-column-id={columnId} />;
}
