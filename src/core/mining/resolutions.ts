import { detectLanguage, LANGUAGES, type Language } from '../article/language.ts';
import { comparableText } from '../retrieval/comparableText.ts';
import type { Embedder } from '../retrieval/embedder.ts';
import { PLACEHOLDER } from '../ticket/problemText.ts';
import type { IssueSummary } from './issueSummary.ts';
import type { MinedTicket } from './minedTicket.ts';
import { oneLine } from './safeText.ts';
import { sentencesIn } from './sentences.ts';

/** A sentence by which agents answer an issue, as one of them wrote it, redacted. */
export interface Resolution {
  readonly language: Language;
  readonly text: string;
  /** Answers that say this, or nearly this. */
  readonly tickets: number;
}

export interface Resolutions {
  /** Answered tickets that were compared: the most central ones. */
  readonly compared: number;
  /** In each language, what most answers say first; a handful. */
  readonly said: readonly Resolution[];
}

export const RESOLUTION_CHARACTERS = 240;
/** Every pair of sentences is compared: more tickets would cost more than they tell. */
const MOST_COMPARED = 40;
/** Of each language. */
const MOST_SAID = 4;
/** What one agent wrote once is no common answer. */
const FEWEST_TICKETS = 2;
/** Sentences whose vectors have this cosine say the same. */
const SAME = 0.6;
/** What this share of the answered issues is told, three at least, is courtesy, and no answer to one of them. */
const EVERYWHERE = { share: 0.25, issues: 3 } as const;

/**
 * What agents' answers to each issue have in common: sentences out of them, none made up. A sentence counts once for each
 * ticket whose answer has it or one that means the same; the commonest is taken with all that it stands for, then the next
 * (greedy cover, as for the representative sentences of Gillick and Favre, "A scalable global model for summarization", 2009).
 */
export async function resolutionsOf(
  summaries: readonly IssueSummary[],
  embedder: Embedder,
): Promise<Resolutions[]> {
  const answers = summaries.map(({ central }) =>
    central
      .map(({ ticket }) => ticket)
      .filter(({ reply, resolution }) => reply + resolution !== '')
      .slice(0, MOST_COMPARED),
  );
  const sentences = answers.map(sentencesOf);
  const issuesWith = new Map<string, number>();
  for (const own of sentences)
    for (const key of own.keys()) issuesWith.set(key, (issuesWith.get(key) ?? 0) + 1);
  const answered = answers.filter(({ length }) => length > 0).length;
  const most = Math.max(EVERYWHERE.issues, answered * EVERYWHERE.share);
  return Promise.all(
    sentences.map(async (own, issue) => {
      const telling = [...own].filter(([key]) => issuesWith.get(key)! < most).map(([, sentence]) => sentence);
      const vectors = await embedder.embed(telling.map(({ text }) => text));
      const said = LANGUAGES.flatMap((language) => {
        const places = [...telling.keys()].filter((place) => telling[place]!.language === language);
        return commonest(
          places.map((place) => ({ ...telling[place]!, vector: vectors[place]! })),
          language,
        );
      });
      return { compared: answers[issue]!.length, said };
    }),
  );
}

interface Sentence {
  readonly text: string;
  readonly language: Language;
  /** Which of the answers have it. */
  readonly tickets: Set<number>;
}

/** By its words in comparable form. */
function sentencesOf(tickets: readonly Pick<MinedTicket, 'reply' | 'resolution'>[]): Map<string, Sentence> {
  const found = new Map<string, Sentence>();
  for (const [number, { reply, resolution }] of tickets.entries()) {
    for (const raw of sentencesIn(`${reply}\n${resolution}`)) {
      const text = oneLine(raw.replace(GREETING, '').replace(NUMBERING, ''));
      const language = detectLanguage(text);
      if (language === 'other' || !isAnswer(text)) continue;
      const key = comparableText(text)
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim();
      const known = found.get(key) ?? { text, language, tickets: new Set() };
      known.tickets.add(number);
      found.set(key, known);
    }
  }
  return found;
}

/** "Kevin 您好，" and "Hi Maria," name somebody. */
const GREETING = /^(?:.{0,12}(?:您好|你好)[，,。.!！\s]*|(?:hi|hello|hey|dear)\b[^,.!]{0,30}[,.!]\s*)/iu;
const NUMBERING = /^(?:\(?\d{1,2}[.)、）]|[-*•·])\s*/u;
const COURTESY =
  /^(?:thank|thanks|sorry|we(?:'re| are) sorry|i(?:'m| am) sorry|good luck|best|kind|warm|regards|cheers|感谢|谢谢|抱歉|很抱歉|非常抱歉|对不起|祝|给你添麻烦|给您添麻烦)/iu;

/** What is left where an address was taken out: "see ." */
const ADDRESS_GAP = /\s[.,;。，；]|[:：]$|(?:\bsee|\bhere|\bat|看|见)\s*[.。]?$/iu;

/** Says something by itself, and nothing that is one customer's: no placeholder, no number of an order. */
function isAnswer(text: string): boolean {
  const length = [...text].length;
  const isChinese = /\p{Script=Han}/u.test(text);
  return (
    length >= (isChinese ? 8 : 20) &&
    length <= RESOLUTION_CHARACTERS &&
    !COURTESY.test(text) &&
    !ADDRESS_GAP.test(text) &&
    !/\d{5}/u.test(text) &&
    text.search(PLACEHOLDER) < 0
  );
}

function commonest(
  sentences: readonly (Sentence & { readonly vector: Float32Array })[],
  language: Language,
): Resolution[] {
  const like = sentences.map(({ vector }) =>
    [...sentences.keys()].filter((other) => dot(vector, sentences[other]!.vector) >= SAME),
  );
  const left = new Set(sentences.keys());
  const said: Resolution[] = [];
  while (said.length < MOST_SAID) {
    let best: { readonly place: number; readonly tickets: number } | undefined;
    for (const place of left) {
      const tickets = new Set(
        like[place]!.filter((other) => left.has(other)).flatMap((other) => [...sentences[other]!.tickets]),
      ).size;
      if (
        !best ||
        tickets > best.tickets ||
        (tickets === best.tickets && isPlainer(place, best.place, sentences))
      )
        best = { place, tickets };
    }
    if (!best || best.tickets < FEWEST_TICKETS) break;
    said.push({ language, text: sentences[best.place]!.text, tickets: best.tickets });
    for (const other of like[best.place]!) left.delete(other);
    left.delete(best.place);
  }
  return said;
}

/** The shorter of two that say the same, or the first by characters: the same choice every time. */
function isPlainer(a: number, b: number, sentences: readonly Sentence[]): boolean {
  const [one, other] = [sentences[a]!.text, sentences[b]!.text];
  return one.length < other.length || (one.length === other.length && one < other);
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
