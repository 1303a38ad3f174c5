import type { Outbox, SendEffects } from '../core/deflection/effects.ts';
import type { Receipt } from '../core/deflection/outcome.ts';
import { sendTicket } from '../core/deflection/sendTicket.ts';
import type { FormEvidence } from '../core/deflection/spam.ts';
import type { Finder, SecretKind } from '../core/privacy/secret.ts';
import type { ArticlesTried, TicketDraft } from '../core/deflection/ticketDraft.ts';
import type { TicketTarget } from '../core/deflection/ticketTarget.ts';

/** How long one try may last; longer than any server takes that will answer at all. */
const TRY_MS = 15_000;

/** One for the page: two forms on it cannot send the same ticket either. */
const outbox: Outbox = new Map();

/** What a form knows of its ticket; the rest is the browser's to say. */
export type FormDraft = Omit<TicketDraft, 'createdAt' | 'environment' | 'fields' | 'articles'> &
  Partial<Pick<TicketDraft, 'createdAt' | 'environment' | 'fields'>> & {
    readonly articles: Omit<ArticlesTried, 'rejected'> & Partial<ArticlesTried>;
  };

/**
 * Sends a ticket: the one place of the widget where text leaves the browser. What it promises and how it fails is
 * `sendTicket`'s (core/deflection/sendTicket.ts).
 * @param findSecrets what must not be sent
 * @param signal stops further tries
 */
export function send(
  target: TicketTarget,
  draft: FormDraft,
  findSecrets: Finder<SecretKind>,
  form?: FormEvidence,
  signal?: AbortSignal,
): Promise<Receipt> {
  const effects: SendEffects = {
    fetch: (url, init) => fetch(url, init),
    isOnline: () => navigator.onLine,
    timeout: () => AbortSignal.timeout(TRY_MS),
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    now: Date.now,
    random: Math.random,
    open: (url) => location.assign(url),
    // Absent where a page is not served securely.
    copy: async (text) => navigator.clipboard.writeText(text),
    findSecrets,
    outbox,
    ...(signal && { signal }),
  };
  return sendTicket(target, completed(draft), effects, form);
}

function completed(draft: FormDraft): TicketDraft {
  const environment = {
    userAgent: navigator.userAgent,
    appLanguage: document.documentElement.lang || navigator.language,
    page: location.origin + location.pathname,
  };
  return {
    createdAt: createdAt(draft.idempotencyKey),
    environment,
    fields: {},
    ...draft,
    articles: { ...draft.articles, rejected: draft.articles.rejected ?? [] },
  };
}

/** The time of the first try, so that a ticket that is sent again is the same to the letter. */
function createdAt(key: string): string {
  const known = FIRST_TRIES.get(key) ?? new Date().toISOString();
  FIRST_TRIES.set(key, known);
  return known;
}

const FIRST_TRIES = new Map<string, string>();
