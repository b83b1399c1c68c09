import { useEffect, useState } from "react";
import { useRevision } from "./live";

interface Loaded<T> {
  /** What the data belongs to. */
  name: string;
  data: T;
  /** Grows with each reading, so that views can tell fresh data from old. */
  reading: number;
}

export interface Resource<T> {
  loaded: Loaded<T> | null;
  error: string | null;
  /** Shows other data until the next reading: the optimistic part of a write. */
  replace: (data: T) => void;
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Reads data by name and again at each revision; meanwhile what was there stays. `read` may change freely. */
export function useResource<T>(name: string, read: (signal: AbortSignal) => Promise<T>): Resource<T> {
  const revision = useRevision();
  const [loaded, setLoaded] = useState<Loaded<T> | null>(null);
  const [error, setError] = useState<string | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `name` stands for what `read` reads
  useEffect(() => {
    const controller = new AbortController();
    read(controller.signal).then(
      (data) => {
        setError(null);
        setLoaded((before) => ({ name, data, reading: (before?.reading ?? 0) + 1 }));
      },
      (reason) => {
        if (!controller.signal.aborted) setError(messageOf(reason));
      },
    );
    return () => controller.abort();
  }, [name, revision]);

  return {
    loaded: loaded?.name === name ? loaded : null,
    error,
    replace: (data) => setLoaded((before) => ({ name, data, reading: before?.reading ?? 0 })),
  };
}
