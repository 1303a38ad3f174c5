import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { findAll } from '../../src/core/privacy/redact.ts';
import { addPhrasings } from '../../src/core/mining/addPhrasings.ts';
import { likenessFinder, type Known } from '../../src/core/mining/likeness.ts';
import { oneLine } from '../../src/core/mining/safeText.ts';
import { nameOf } from '../content/readContent.ts';
import { knownTexts, measuredFinder } from './knownTexts.ts';
import type { Decided } from './proposalsFile.ts';

export interface Applied {
  /** By file: how many phrasings were added, and the text with them. */
  readonly files: readonly { readonly file: string; readonly text: string; readonly added: number }[];
  /** Accepted, and left out all the same: which, and why. The text is not repeated. */
  readonly refused: readonly string[];
}

/**
 * The files of phrasings with what was accepted. A text may have been mended by hand since it was proposed, so it is looked at
 * again: nothing personal, nothing that leads to an article already, nothing by which the suggestions are measured.
 * @throws ContentError if a file of phrasings cannot be read
 */
export async function applyProposals(decided: readonly Decided[], content: string): Promise<Applied> {
  const known = await knownTexts(content);
  const pending = pendingAmong(decided, known);
  const articles = new Set(known.map(({ place }) => place));
  const findKnown = likenessFinder(known);
  const isMeasured = await measuredFinder();
  const refused: string[] = [];
  const seen = new Set<string>();
  const accepted = decided.flatMap((entry, i) => {
    if (!pending.has(entry)) return [];
    const text = oneLine(entry.text);
    const why = reasonAgainst({ ...entry, text });
    if (why === undefined) {
      seen.add(text);
      return [{ ...entry, text }];
    }
    refused.push(`phrasing ${i + 1} (${oneLine(entry.article)}, ${entry.language}) ${why}`);
    return [];
  });
  function reasonAgainst({ text, article }: Decided): string | undefined {
    if (!articles.has(article)) return 'is for an article that is not there';
    if (text === '') return 'is empty';
    if (findAll(text).length > 0) return 'holds what looks personal or secret';
    const like = findKnown(text);
    if (like) return `is there already, in ${like.place}`;
    if (seen.has(text)) return 'is there twice';
    return isMeasured(text) ? 'is like a query by which the suggestions are measured' : undefined;
  }
  const files = [];
  for (const [article, own] of Map.groupBy(accepted, (entry) => entry.article)) {
    const file = path.join(content, 'phrasings', `${article}.yml`);
    const before = await readFile(file, 'utf8').catch(() => '');
    files.push({ file, text: addPhrasings(nameOf(file), before, own), added: own.length });
  }
  return { files, refused };
}

/** What is accepted and not yet among the phrasings of its article. */
export function pendingAmong(decided: readonly Decided[], known: readonly Known[]): ReadonlySet<Decided> {
  const there = new Set(known.map(({ text, place }) => `${place} ${text}`));
  return new Set(
    decided.filter(({ accept, article, text }) => accept && !there.has(`${article} ${oneLine(text)}`)),
  );
}
