import type { SendEffects } from './effects.ts';
import { TicketNotDelivered } from './outcome.ts';

/** What a server answered: success, or that it does not take the request as it is (4xx). */
export interface Answer {
  readonly isOk: boolean;
  readonly status: number;
  /** The body's JSON; undefined if it is none. */
  readonly json: unknown;
}

/**
 * What it would mean to send a request twice.
 * - `harmless`: nothing, as it makes no ticket.
 * - `recognised`: the server knows it again by its key.
 * - `second-ticket`: there may be two.
 */
export type Repetition = 'harmless' | 'recognised' | 'second-ticket';

const MOST_TRIES = 4;
const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 20_000;
/** Whoever is asked to wait longer than this is told, and decides. */
const LONGEST_RETRY_AFTER_MS = 60_000;

/** The server says that it has not done it: a try too many, a request that came too slowly, an error of its own. */
const HAS_FAILED = (status: number): boolean => status === 408 || status === 429 || status >= 500;
/** A gateway says that it does not know what became of it. */
const IS_UNKNOWN = (status: number): boolean => status === 502 || status === 504;
/** The same key is being worked on: draft-ietf-httpapi-idempotency-key-header, section 2.7. */
const IS_IN_PROGRESS = 409;

/**
 * Makes a request until it is answered, with exponential back-off and full jitter (Marc Brooker, "Exponential Backoff
 * And Jitter", AWS Architecture Blog, 2015), or after the time that Retry-After names. A try that went out and was
 * not answered may have made a ticket: it is repeated only where that makes no second one.
 * @throws TicketNotDelivered when no try is left, or none may be made
 */
export async function request(
  url: string,
  init: RequestInit,
  repetition: Repetition,
  effects: SendEffects,
): Promise<Answer> {
  let mayHaveArrived = false;
  for (let tries = 1; ; tries++) {
    if (effects.signal?.aborted) throw new TicketNotDelivered('Sending was stopped.', mayHaveArrived);
    const isOnline = effects.isOnline();
    const { response, cause } = isOnline ? await once(url, init, effects) : {};
    const status = response?.status ?? 0;
    const isUnknown = isOnline && (!response || IS_UNKNOWN(status));
    const isInProgress = repetition === 'recognised' && status === IS_IN_PROGRESS;
    if (response && !HAS_FAILED(status) && !isInProgress) return readAnswer(response);

    mayHaveArrived ||= repetition !== 'harmless' && (isUnknown || isInProgress);
    if (mayHaveArrived) effects.onUncertain?.();
    const retryAfterMs = retryAfter(response, effects.now());
    const isLast =
      tries === MOST_TRIES ||
      (retryAfterMs ?? 0) > LONGEST_RETRY_AFTER_MS ||
      (isUnknown && repetition === 'second-ticket');
    if (isLast) {
      const message = `${new URL(url).host} ${response ? `answered ${status}` : 'did not answer'}, at try ${tries}.`;
      throw new TicketNotDelivered(message, mayHaveArrived, cause, retryAfterMs);
    }
    const jitter = effects.random() * Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (tries - 1));
    await effects.sleep((retryAfterMs ?? 0) + jitter);
  }
}

/** Makes a request with JSON as its body. */
export function postJson(
  url: string,
  body: unknown,
  repetition: Repetition,
  effects: SendEffects,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const init = { headers: { ...headers, 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
  return request(url, { method: 'POST', ...init }, repetition, effects);
}

async function once(
  url: string,
  init: RequestInit,
  effects: SendEffects,
): Promise<{ readonly response?: Response; readonly cause?: unknown }> {
  try {
    const response = await effects.fetch(url, {
      ...init,
      credentials: 'omit',
      // A redirection would turn the POST into a GET that succeeds, or carry the text where nobody meant it to go.
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      signal: effects.timeout(),
    });
    return { response };
  } catch (cause) {
    return { cause };
  }
}

async function readAnswer(response: Response): Promise<Answer> {
  const { ok: isOk, status } = response;
  try {
    return { isOk, status, json: await response.json() };
  } catch {
    return { isOk, status, json: undefined };
  }
}

/**
 * Retry-After in milliseconds, from seconds or a date (RFC 9110, section 10.2.3). A browser shows it to a page from
 * elsewhere only if the server names it in Access-Control-Expose-Headers; without it, back-off has to do.
 */
function retryAfter(response: Response | undefined, now: number): number | undefined {
  const value = response?.headers.get('Retry-After');
  if (!value) return undefined;
  const ms = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now;
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}
