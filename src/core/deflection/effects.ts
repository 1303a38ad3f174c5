import type { Finder, SecretKind } from '../privacy/secret.ts';
import type { Random } from '../random.ts';
import type { Receipt } from './outcome.ts';

/** What sending needs of the world. */
export interface SendEffects {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** False only if there is surely no network, so that nothing can have gone out. */
  readonly isOnline: () => boolean;
  /** A signal that aborts when one try has lasted long enough. */
  readonly timeout: () => AbortSignal;
  readonly sleep: (ms: number) => Promise<void>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly random: Random;
  /** Opens an address in the program that is made for it, such as mail. */
  readonly open: (url: string) => void;
  /** Puts a text on the clipboard; rejects where the browser does not let it. */
  readonly copy: (text: string) => Promise<void>;
  /** Everything that must not be sent: `findSecrets` of core/privacy, which a page brings as a file of its own. */
  readonly findSecrets: Finder<SecretKind>;
  /** Told when a try may have made a ticket without an answer to say so; `sendTicket` remembers it. */
  readonly onUncertain?: () => void;
  /** Remembers what was sent. Keep one for as long as the page lives. */
  readonly outbox: Outbox;
  /** Aborted, no further try is made; one that is under way is let finish, since nobody knows how far it got. */
  readonly signal?: AbortSignal;
}

/** Tickets by their idempotency keys. */
export type Outbox = Map<string, OutboxEntry>;

export interface OutboxEntry {
  /** Under way, or fulfilled. One that failed is forgotten. */
  delivery?: Promise<Receipt>;
  readonly progress: Progress;
  /** Whether a try may have made a ticket: whatever becomes of later ones, nobody is told that nothing arrived. */
  isUncertain?: boolean;
}

/** The steps of one ticket that are done, by name: sending again goes on after them. */
export type Progress = Map<string, unknown>;
