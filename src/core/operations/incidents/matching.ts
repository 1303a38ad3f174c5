/**
 * Which incident a ticket is about. No model decides: a few words of components.yml, the networks a text names, and the
 * articles that the search has found anyway. Whoever is told wrongly that "we know" stops writing, so a topic must be met,
 * not only a network, and a text about another network is about another thing.
 */
import type { Language } from '../../article/language.ts';
import type { NetworkId } from '../../deflection/networks.ts';
import { NETWORK_WORDS } from './networkWords.ts';
import { concernsReader, IMPACTS, isUnderWay, type PublishedIncident } from './published.ts';

/** What is known of a ticket. */
export interface MatchQuery {
  /** What a person wrote, already past the privacy guard. */
  readonly text: string;
  /** Articles that were found for it, the best first. */
  readonly slugs: readonly string[];
  /** The reader's. */
  readonly language: Language;
  /** The network chosen in the form, if it asks for one. */
  readonly network?: string | undefined;
}

/** A text says its topic early; what is pasted behind it must not cost time. */
const MAX_CHARACTERS = 5_000;
/** A word or the best article is enough; a lesser article needs the network beside it. */
const ENOUGH = 2;

/** The incident under way that a ticket is most likely about; undefined if none is. */
export function matchIncident(
  query: MatchQuery,
  incidents: readonly PublishedIncident[],
  nowMs: number,
): PublishedIncident | undefined {
  const text = comparable(query.text);
  const named = networksNamed(text, query.network);
  return incidents
    .filter((incident) => isUnderWay(incident, nowMs) && concernsReader(incident, query.language))
    .map((incident) => ({ incident, score: scoreOf(incident, text, named, query.slugs) }))
    .filter(({ score }) => score >= ENOUGH)
    .toSorted(
      (a, b) =>
        b.score - a.score ||
        IMPACTS.indexOf(a.incident.impact) - IMPACTS.indexOf(b.incident.impact) ||
        Date.parse(b.incident.updated) - Date.parse(a.incident.updated) ||
        (a.incident.id < b.incident.id ? -1 : 1),
    )[0]?.incident;
}

function scoreOf(
  { match }: PublishedIncident,
  text: string,
  named: ReadonlySet<string>,
  slugs: readonly string[],
): number {
  const isOnNetwork = match.networks.some((network) => named.has(network));
  if (match.networks.length > 0 && named.size > 0 && !isOnNetwork) return 0;
  const place = slugs.findIndex((slug) => match.articles.includes(slug));
  const article = place < 0 ? 0 : place === 0 ? 2 : 1;
  const words = [...match.words.en, ...match.words['zh-CN']];
  const topic = article + (words.some((word) => hasWord(text, word)) ? 2 : 0);
  return topic === 0 ? 0 : topic + (isOnNetwork ? 1 : 0);
}

/** Networks that a text, or the form, names. */
export function networksNamed(text: string, chosen?: string): ReadonlySet<string> {
  const found = (Object.keys(NETWORK_WORDS) as NetworkId[]).filter(
    (id) => id === chosen || NETWORK_WORDS[id].some((word) => hasWord(comparable(text), word)),
  );
  return new Set(found);
}

/** Whether a word stands in a comparable text: Chinese anywhere, others by themselves; `swap*` is any word that begins so. */
function hasWord(text: string, word: string): boolean {
  const plain = comparable(word).replace(/\*$/, '');
  // What is found everywhere tells nothing.
  if (plain.trim() === '') return false;
  if (HAN.test(plain)) return text.includes(plain);
  const isBeginning = word.endsWith('*');
  for (let at = text.indexOf(plain); at >= 0; at = text.indexOf(plain, at + 1)) {
    const isStart = !LATIN.test(text[at - 1] ?? ' ');
    if (isStart && (isBeginning || !LATIN.test(text[at + plain.length] ?? ' '))) return true;
  }
  return false;
}

const HAN = /\p{Script=Han}/u;
/** A letter or digit that would make it another word; Chinese stands beside Latin without a space. */
const LATIN = /(?!\p{Script=Han})[\p{L}\p{N}]/u;

function comparable(text: string): string {
  return text
    .slice(0, MAX_CHARACTERS)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‘’]/g, "'")
    .replace(/\s+/g, ' ');
}
