import { detectLanguage, type Language } from '../article/language.ts';
import type { Embedder } from '../retrieval/embedder.ts';
import { weightOf } from '../ticket/problemText.ts';
import { meanOf, meanPairCosine } from './cohesion.ts';
import { piecesOf, type Piece } from './pieces.ts';

/** What stands in many tickets whatever they are about: a form's fields, closing words, "it does not work". */
export interface Boilerplate {
  /** The text without it; as it is if there is nothing else in it. */
  strip(text: string): string;
}

export const NO_BOILERPLATE: Boilerplate = { strip: (text) => text };

/** A line or clause is looked at if it stands in this many tickets, and in this share of them. */
const FEWEST_TICKETS = 5;
const LEAST_SHARE = 0.01;
/** Tickets of each that are looked at. */
const LOOKED_AT = 60;
/** A piece tells a problem if what else stands in its tickets is this alike: chance is 0. */
const TELLING = 0.1;
/** A form's field holds somebody's words rather than a choice if it is this long on average. */
const WORDS_CHARACTERS = 22;

/**
 * Learns from some tickets what is boilerplate: what is frequent, while the rest of its tickets is no more alike than any
 * tickets are. "Card declined" as the subject of many is none, since their messages agree; "App version: 5.2" is.
 */
export async function learnBoilerplate(texts: readonly string[], embedder: Embedder): Promise<Boilerplate> {
  const { frequent, labels } = frequentKeys(texts);
  if (frequent.size === 0 && labels.size === 0) return NO_BOILERPLATE;
  const holders = holdersOf(frequent, texts);
  const rests = new Map<string, string>();
  for (const text of [...holders.values()].flat())
    rests.set(text, without(text, new Set(frequent.keys()), labels));
  const unitOf = await centred([...new Set(rests.values())], embedder);
  const empty = new Set<string>();
  for (const [key, held] of holders) {
    const said = [...new Set(held.map((text) => rests.get(text)!))].filter((rest) => rest !== '');
    if (said.length >= FEWEST_TICKETS && meanPairCosine(said.map(unitOf)) < TELLING) empty.add(key);
  }
  if (empty.size === 0 && labels.size === 0) return NO_BOILERPLATE;
  return { strip: (text) => without(text, empty, labels) || text };
}

/** A ticket with what is its own: its words, and the language of these. */
export function withoutBoilerplate<
  Kind extends { readonly text: string; readonly language: Language | 'other' },
>(ticket: Kind, boilerplate: Boilerplate): Kind {
  const text = boilerplate.strip(ticket.text);
  return text === ticket.text ? ticket : { ...ticket, text, language: detectLanguage(text) };
}

/** Vectors of texts without what their language has in common. */
async function centred(
  texts: readonly string[],
  embedder: Embedder,
): Promise<(text: string) => Float32Array> {
  const embedded = await embedder.embed(texts);
  const vectors = new Map(texts.map((text, place) => [text, embedded[place]!]));
  for (const group of Map.groupBy(texts, detectLanguage).values()) {
    const own = group.map((text) => vectors.get(text)!);
    const mean = meanOf(own, embedder.dim);
    group.forEach((text, place) =>
      vectors.set(
        text,
        own[place]!.map((value, i) => value - mean[i]!),
      ),
    );
  }
  return (text) => vectors.get(text)!;
}

interface Keys {
  /** By key: in how many texts it stands. */
  readonly frequent: ReadonlyMap<string, number>;
  /** Labels of the fields that hold people's words: "Message:". */
  readonly labels: ReadonlySet<string>;
}

function frequentKeys(texts: readonly string[]): Keys {
  const needed = Math.max(FEWEST_TICKETS, texts.length * LEAST_SHARE);
  const counts = new Map<string, number>();
  const weights = new Map<string, number>();
  for (const text of texts) {
    const pieces = text.split('\n').flatMap(piecesOf);
    for (const key of new Set(pieces.flatMap(keysOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
    for (const { field } of pieces)
      if (field) weights.set(field.label, (weights.get(field.label) ?? 0) + weightOf(field.value));
  }
  const frequent = new Map([...counts].filter(([, count]) => count >= needed));
  const labels = new Set<string>();
  for (const [key, count] of frequent)
    if ((weights.get(key) ?? 0) / count >= WORDS_CHARACTERS) labels.add(key);
  for (const label of labels) frequent.delete(label);
  return { frequent, labels };
}

/** Some of the texts that hold each, evenly from all: beside each other lie those of one day. */
function holdersOf(frequent: ReadonlyMap<string, number>, texts: readonly string[]): Map<string, string[]> {
  const holders = new Map([...frequent.keys()].map((key) => [key, [] as string[]]));
  const seen = new Map<string, number>();
  for (const text of texts) {
    for (const key of new Set(text.split('\n').flatMap(piecesOf).flatMap(keysOf))) {
      const held = holders.get(key);
      if (!held) continue;
      const before = seen.get(key) ?? 0;
      seen.set(key, before + 1);
      if (before >= held.length * Math.max(1, frequent.get(key)! / LOOKED_AT)) held.push(text);
    }
  }
  return holders;
}

function keysOf({ key, field }: Piece): string[] {
  return [...(key === '' ? [] : [key]), ...(field ? [field.label] : [])];
}

function without(text: string, leftOut: ReadonlySet<string>, labels: ReadonlySet<string>): string {
  const lines = text.split('\n').map((line) =>
    piecesOf(line)
      .filter((piece) => !keysOf(piece).some((key) => leftOut.has(key)))
      .map((piece) => (piece.field && labels.has(piece.field.label) ? piece.field.value : piece.text))
      .join('')
      .replace(/[\s,，;；]+$/u, '')
      .trim(),
  );
  return lines.filter((line) => line !== '').join('\n');
}
