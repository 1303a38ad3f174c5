import type { SecretKind } from '../privacy/secret.ts';
import type { TicketTarget } from './ticketTarget.ts';

/** What a person holds in hand when a ticket has left. */
export interface Receipt {
  /** Says what happens next: an answer comes, or (`mailto`, `copy`) the person has to send it themselves. */
  readonly kind: TicketTarget['kind'];
  /** The vendor's number of the ticket, or our own short reference, which is in the ticket's text too. */
  readonly reference: string;
  /** What did not fit into an email's address, to be pasted there. */
  readonly remainder?: string;
  /** Whether `remainder` is on the clipboard; if not, offer a button, since a click is always allowed to copy. */
  readonly isCopied?: boolean;
}

/** How a server refused a ticket. */
export interface Refusal {
  /** Of HTTP. */
  readonly status: number;
  /** Its own sentence, plain text in whatever language it speaks; '' if it has none. */
  readonly sentence: string;
}

/** The ticket was not taken as it is, and nothing was made of it. The person can mend it, or go another way. */
export class TicketRefused extends Error {
  override readonly name = 'TicketRefused';
  /**
   * What is wrong where, by the form's own names (`subject`, `description`, `email`, `name`, those of FIELD_IDS, `trap`
   * for the honeypot): a `Problem`, for which the form has a sentence, or the vendor's own sentence, plain text.
   */
  readonly fields: Readonly<Record<string, string>>;
  /** The kinds of secrets that were found, each once. */
  readonly secrets: readonly SecretKind[];
  /** What the server answered; absent where it was not asked, or did not say why. */
  readonly answer: Refusal | undefined;

  constructor(
    message: string,
    fields: Readonly<Record<string, string>> = {},
    secrets: readonly SecretKind[] = [],
    answer?: Refusal,
  ) {
    super(message);
    this.fields = fields;
    this.secrets = secrets;
    this.answer = answer;
  }
}

/** The ticket did not get through. The text is still in the form; offer to copy it and to write an email. */
export class TicketNotDelivered extends Error {
  override readonly name = 'TicketNotDelivered';
  /** Whether it may have arrived all the same: then say so, and do not urge to send it again. */
  readonly mayHaveArrived: boolean;
  /** How long the server asked to be left alone, in milliseconds. */
  readonly retryAfterMs: number | undefined;

  constructor(message: string, mayHaveArrived: boolean, cause?: unknown, retryAfterMs?: number) {
    super(message, { cause });
    this.mayHaveArrived = mayHaveArrived;
    this.retryAfterMs = retryAfterMs;
  }
}
