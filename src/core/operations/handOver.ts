import * as z from 'zod/mini';
import { LANGUAGES } from '../article/language.ts';
import { LAYERS } from '../mining/layer.ts';
import { replaceFindings } from '../privacy/redact.ts';
import type { Finder, SecretKind } from '../privacy/secret.ts';
import { takeOnce } from './takeOnce.ts';

/** Where a page leaves what the escalation builder begins with: a key of session storage, so it ends with the tab. */
export const HAND_OVER_KEY = 'firstline.escalation.prefill';

export const SEVERITIES = ['sev1', 'sev2', 'sev3', 'sev4'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** What names one case to whoever looks it up. None of them is a secret: a card has four digits here, never more. */
export const IDENTIFIER_KINDS = [
  'hash',
  'address',
  'network',
  'asset',
  'amount',
  'time',
  'app-version',
  'device',
  'country',
  'request-id',
  'order-id',
  'authorisation-id',
  'last-four',
  'merchant',
  'site',
  'error',
] as const;
export type IdentifierKind = (typeof IDENTIFIER_KINDS)[number];

/** Longest values, in UTF-16 units; what is longer is not taken, because nobody typed it. */
const LINE = 500;
const line = z.string().check(z.maxLength(LINE));

export const identifiersSchema = z.readonly(
  z.array(z.readonly(z.object({ kind: z.enum(IDENTIFIER_KINDS), value: line }))).check(z.maxLength(100)),
);

/** What is written in words. */
const wordsSchema = z.object({
  /** One line, in the language of whoever wrote it. */
  summary: line,
  /** What was asked and answered, or tried, in order; one line each. */
  steps: z.readonly(z.array(line).check(z.maxLength(100))),
  /** What happens, in a sentence or two. */
  actual: z.optional(line),
  /** Why it has the severity that it has. */
  because: z.optional(line),
});

const handOverSchema = z.extend(wordsSchema, {
  layer: z.optional(z.enum(LAYERS)),
  /** A hint from where the walk ended: the matrix and the person decide. */
  severity: z.optional(z.enum(SEVERITIES)),
  /** Who is thought to take it, as `content/` names the team. */
  team: z.optional(line),
  identifiers: identifiersSchema,
  /** Slugs of the articles and runbooks that were used. */
  articles: z.readonly(z.array(line).check(z.maxLength(50))),
  /** The customer's language, in which they are answered. */
  language: z.enum(LANGUAGES),
  /** The same words by language, where there are both: a team is written to in its own. */
  words: z.optional(z.record(z.enum(LANGUAGES), z.readonly(wordsSchema))),
});
export type HandOverWords = Readonly<z.infer<typeof wordsSchema>>;
/** What a triage or the desk knows already when a case is escalated. */
export type HandOver = Readonly<z.infer<typeof handOverSchema>>;

/**
 * Leaves a case for the escalation builder. Secrets are masked first, whoever calls.
 * @param find the privacy guard
 * @returns whether it was left: not if storage is full or forbidden, nor if a secret lies across several lines, where
 * masking would not do
 */
export function leaveHandOver(
  store: Pick<Storage, 'setItem'>,
  handOver: HandOver,
  find: Finder<SecretKind>,
): boolean {
  const mask = (text: string): string => replaceFindings(text, find(text)).text.slice(0, LINE);
  const maskWords = ({ summary, steps, actual, because }: HandOverWords): HandOverWords => ({
    summary: mask(summary),
    steps: steps.map(mask),
    ...(actual !== undefined && { actual: mask(actual) }),
    ...(because !== undefined && { because: mask(because) }),
  });
  const { words } = handOver;
  const masked: HandOver = {
    ...handOver,
    ...maskWords(handOver),
    ...(words && { words: { en: maskWords(words.en), 'zh-CN': maskWords(words['zh-CN']) } }),
    identifiers: handOver.identifiers.map(({ kind, value }) => ({ kind, value: mask(value) })),
    articles: handOver.articles.map(mask),
  };
  const values = masked.identifiers.map(({ value }) => value);
  for (const { summary, steps, actual = '', because = '' } of [masked, ...Object.values(masked.words ?? {})])
    if (holdsSecret([summary, ...steps, actual, because, ...values], find)) return false;
  try {
    store.setItem(HAND_OVER_KEY, JSON.stringify(masked));
    return true;
  } catch {
    return false;
  }
}

/**
 * Whether a secret lies in one of several lines, or across them. What one line says of the digits in another, a code and
 * four digits of a card, is no secret.
 */
export function holdsSecret(lines: readonly string[], find: Finder<SecretKind>): boolean {
  const all = lines.join('\n');
  const isAcross = find(all).some(({ start, end }) => all.slice(start, end).includes('\n'));
  return isAcross || lines.some((line) => find(line).length > 0);
}

/**
 * Takes the case that was left, once: a reload of the builder must not fill in again what was changed there.
 */
export function takeHandOver(store: Pick<Storage, 'getItem' | 'removeItem'>): HandOver | undefined {
  return takeOnce(store, HAND_OVER_KEY, handOverSchema);
}
