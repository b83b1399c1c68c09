import { defineExtensionMessaging } from "@webext-core/messaging";
import type { Failure } from "../../shared/tracker/failure";
import type { SiteHints, SprintMove } from "../../shared/tracker/sprint-entry";
import type { ApiAnswer, ApiRequest } from "../../shared/tracker/tracker-api";
import type { FactsAnswer } from "./facts";
import type { PageNote, PassedReason } from "./gate-protocol";
import type { PageStatus, Trouble } from "./page-status";

/** `workspace` is the tenant within a host that serves several; the host itself is taken from the sender. */
export interface TicketsQuestion {
  workspace: string | null;
  keys: string[];
}

export interface FetchPlan {
  /** Calls for the page to make; none: all that could be read has been read. */
  requests: ApiRequest[];
  /** Why the background's own calls failed, where it makes them. */
  failure: Failure | null;
  /** Another page asks for the rest just now, and is through with it in so many milliseconds at the latest; null: there is no rest. */
  busyMs: number | null;
}

export interface LearnedAnswer {
  workspace: string | null;
  request: Pick<ApiRequest, "path" | "asked">;
  answer: ApiAnswer;
}

/** What the gate of a page has to know beforehand. */
export interface GateConfig {
  hints: SiteHints;
  /** What a question that is not answered in time is refused with, where the policy wants that; null: let it through. */
  silence: string | null;
}

/** The worker's answer to the gate of a page. */
export interface GateJudgement {
  /** The sentence to refuse the request with; null: let it through. */
  refuse: string | null;
  config: GateConfig;
}

/** What came of a wish to have an issue in its sprint again; `sentence` says it to the person. */
export interface Restored {
  isIn: boolean;
  sentence: string;
}

/** Why a Linear key was not kept. */
export type LinearKeyRefusal = "not-a-key" | "rejected" | "unreachable";

export interface LinearAccount {
  workspace: string;
  organization: string;
  person: string;
}

/** Distinct tickets, of all sites, whose badge was shown since midnight where the person is. */
export interface TodayNumbers {
  tickets: number;
  aligned: number;
  orphans: number;
}

/** What the background answers. */
export interface BackgroundProtocol {
  /** Content: what is known of these tickets right now. Never waits for the tracker. */
  readFacts(question: TicketsQuestion): FactsAnswer;
  /** Content: what must be asked of the tracker for them. The background makes its own calls before it answers. */
  planFetch(question: TicketsQuestion): FetchPlan;
  /** Content: what the tracker answered to a planned call. */
  learnAnswer(learned: LearnedAnswer): { failure: Failure | null };
  /** Content: the person asked for the settings. */
  openOptions(): void;
  /** Content: the person wants to write, see or sign the statement of the ticket with this key. */
  openStatement(key: string): void;
  /** Content: the person asked for the panel beside the page. */
  openPanel(): void;
  /** Content: all that goes wrong on its page now; the toolbar icon of its tab says so. None: it is well again. */
  reportTroubles(troubles: Trouble[]): void;
  /**
   * Gate: may a request of its page do this? The evidence is verified before it answers; where the request was let in by what was
   * read ahead, it answers at once.
   */
  judgeMoves(question: { moves: SprintMove[]; isLetIn: boolean }): GateJudgement;
  /** Gate: a person seems about to move the ticket with this key. Every name of it by which it may enter a sprint now; none: it may not. */
  readAhead(key: string): string[];
  /** Gate: what it has to know before the first question. */
  readGateConfig(): GateConfig;
  /** Gate: something went past it without an answer. */
  noteGatePassed(it: { passed: PassedReason; moves: SprintMove[] }): void;
  /** Gate: its page sent something that may change the tracker, got the focus, or is still looked at. */
  notePage(what: PageNote): void;
  /** Notice: the person wants what was put back with this id in its sprint again. */
  restorePutBack(id: string): Restored;
  /** Options page only. Null: no key is kept. */
  readLinearAccount(): LinearAccount | null;
  /** Options page only. The key is tried at the API before it is kept. */
  saveLinearKey(key: string): { account: LinearAccount } | { refusal: LinearKeyRefusal };
  /** Options page only. */
  forgetLinearKey(): void;
  /** Own pages only: looks now at the sprints of a tenant that could not be looked after. False: it still is not possible. */
  sweepAgain(tenant: string): boolean;
  /** Own pages only: something was put into the outbox, or is to be tried again. */
  flushOutbox(): void;
  /** Own pages only. */
  readToday(): TodayNumbers;
  /** Own pages only: all that is kept in this browser, as JSON, without the key. */
  exportLocalData(): string;
  /** Own pages only: forgets all that is kept in this browser, the key too. Permissions stay. */
  resetLocalData(): void;
}

/** What the content script of a page answers, to the extension's own contexts only: `sendMessage(name, data, tabId)`. */
export interface PageProtocol {
  /** Popup: what the overlay sees on this page. */
  readPageStatus(): PageStatus;
  /** Popup: the person wants the tracker asked again now, as far as it may be. */
  askAgain(): void;
  /** Background: another page of this site has read something. */
  factsLearned(): void;
  /** Worker: the person pressed the shortcut for it. */
  toggleSpotlight(): void;
}

/** All messages between the extension's contexts. */
export interface ExtensionProtocol extends BackgroundProtocol, PageProtocol {}

export const { sendMessage, onMessage } = defineExtensionMessaging<ExtensionProtocol>();
