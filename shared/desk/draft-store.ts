/** What a person is writing and has not saved, one draft for each part of each object. */
export interface DraftStore {
  /** Null: there is none. */
  read(object: string, part: string): Promise<unknown>;
  keep(object: string, part: string, value: unknown): Promise<void>;
  drop(object: string, part: string): Promise<void>;
}
