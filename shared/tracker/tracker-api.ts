import type { WorkItem } from "../domain/issue";
import type { Policy } from "../domain/policy";
import type { Reading, Result } from "../domain/result";
import type { Failure } from "./failure";

/** One call to a tracker. `path` is relative where the page makes the call with the person's session. */
export interface ApiRequest {
  method: "GET" | "POST" | "PUT" | "DELETE";
  path: string;
  /** JSON text, or null where there is no body. */
  body: string | null;
  /** The keys or ids that the answer must speak of; what it leaves out could not be read. */
  asked: string[];
}

/** What came back, before anything is believed of it. `status` 0: nothing came back. */
export interface ApiAnswer {
  status: number;
  contentType: string;
  /** The `Retry-After` header in seconds, where there was one. */
  retryAfterS: number | null;
  /** The tracker says that few calls are left before it refuses. */
  nearLimit?: boolean;
  body: string;
}

/** What an answer says once it is parsed. */
export interface Parsed {
  items: WorkItem[];
  /** Keys or ids whose part of the answer had the wrong shape. */
  malformed: string[];
  /** The policies that came along, by the project or team whose tickets they are for. */
  policies: { scope: string; policy: Reading<Policy> }[];
}

/** How one tracker is asked and understood. Pure: it describes calls and reads answers, others make the calls. */
export interface TrackerApi {
  /** Who makes the calls: the page's content script with the person's session, or the background with their key. */
  caller: "page" | "background";
  maxPerCall: number;
  /** The scope whose policy holds for the ticket with this key. */
  policyScopeOf(key: string): string;
  /** True for what answers bring along with the items that serve it; it cannot be asked for by itself. */
  comesAlong(item: WorkItem): boolean;
  /** Asks for up to `maxPerCall` objects by key or id. */
  itemsRequest(refs: readonly string[]): ApiRequest;
  /** Asks for a scope's policy; null where it comes along with the items. */
  policyRequest(scope: string): ApiRequest | null;
  /** Reads an answer to `request`. `origin` is the site's, for links. */
  read(
    request: Pick<ApiRequest, "path" | "asked">,
    answer: ApiAnswer,
    origin: string,
  ): Result<Parsed, Failure>;
}
