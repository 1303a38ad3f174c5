import type { OfficialList } from '../../operations/official/officialList.ts';
import { clausesOf, type Clause } from './clauses.ts';
import { isAboutLures, tellsOfLures } from './frames.ts';
import { LURE_GROUPS, type LureGroup } from './lureRule.ts';
import { placesIn, type Place } from './places.ts';
import { COMPILED_RULES } from './rules.ts';
import { targetsOf, type LureTarget } from './target.ts';

/** A post that scores as much is a lure. Measured in tests/core/mining/lures. */
export const LURE_THRESHOLD = 3;
/** What further rules of a group add, each; and all of them at most. */
const FURTHER = 0.5;
const MOST_FURTHER = 1;
/** A bait that says so much needs no request beside it. */
const STRONG_BAIT = 2.5;
/** Nobody names such a place but to send people there. */
const TELLING_PLACE = 2;
/** Requests that need a place, or a promise, to be more than ordinary advice. */
const NEEDS_MORE = new Set([
  'ticket-page',
  'follow-link',
  'connect-wallet',
  'write-to-support',
  'claims-gift',
  'moved-site',
]);

export interface LureReason {
  /** The rule: see rules.ts and places.ts. */
  readonly id: string;
  readonly group: LureGroup;
  readonly weight: number;
}

export interface LureJudgement {
  readonly isLure: boolean;
  readonly score: number;
  /** What counted, the heaviest first. */
  readonly reasons: readonly LureReason[];
  /** Where it leads, defanged; empty if it is no lure. */
  readonly targets: readonly LureTarget[];
}

/**
 * Judges whether a post lures people who ask for help: by what it asks for, promises, pretends and where it leads, in
 * clauses that do not themselves warn, report or ask. What the export says staff wrote is one only if it leads to a
 * look-alike of ours, as a stolen account would.
 * @param list the official list (content/official.yml); without it nothing is known to be ours, nor like ours
 * @param hiddenLinks addresses behind other words, see `Post`
 */
export function judgeLure(
  post: { readonly text: string; readonly role?: string; readonly hiddenLinks?: readonly string[] },
  list?: OfficialList,
): LureJudgement {
  const clauses = clausesOf(post.text);
  const isQuoting = tellsOfLures(clauses);
  const live = (isQuoting ? clausesOf(withoutQuotations(post.text)) : clauses).filter(
    (clause) => !isAboutLures(clause),
  );
  const hidden = live.length > 0 ? (post.hiddenLinks ?? []).flatMap((link) => placesIn(link, list)) : [];
  const found = live.map((clause) => ({ clause, places: placesIn(withoutAddressee(clause.written), list) }));
  const { score, reasons, places } = windowsOf(found)
    .map((window) => judgeWindow(window, hidden))
    .reduce((best, other) => (other.score > best.score ? other : best), judgeWindow([], hidden));
  const isStaff = post.role === 'staff' && !places.some(({ verdict }) => verdict === 'lookalike');
  const isLure = !isStaff && score >= LURE_THRESHOLD && asksForSomething(reasons) && !isBareAdvice(reasons);
  return { isLure, score, reasons, targets: isLure ? targetsOf(places, live) : [] };
}

interface FoundIn {
  readonly clause: Clause;
  readonly places: readonly Place[];
}

/** A lure comes to the point: what stands far apart in a long text says nothing together. */
const WINDOW_CHARACTERS = 280;

/** Runs of clauses, as long as fits, beginning at each. */
function windowsOf(found: readonly FoundIn[]): FoundIn[][] {
  return found.map((_, from) => {
    let length = 0;
    return found
      .slice(from)
      .filter(({ clause }, i) => (length += clause.form.length) <= WINDOW_CHARACTERS || i === 0);
  });
}

function judgeWindow(window: readonly FoundIn[], hidden: readonly Place[]) {
  const places = [...window.flatMap((found) => found.places), ...hidden];
  const reasons = strongest([...wordReasons(window.map(({ clause }) => clause)), ...placeReasons(places)]);
  return { score: scoreOf(reasons), reasons, places };
}

function wordReasons(clauses: readonly Clause[]): LureReason[] {
  return COMPILED_RULES.filter(({ pattern }) => clauses.some(({ form }) => pattern.test(form))).map(
    ({ id, group, weight }) => ({ id, group, weight }),
  );
}

function placeReasons(places: readonly Place[]): LureReason[] {
  return places
    .filter(({ weight }) => weight !== 0)
    .map(({ id, weight }) => ({ id: weight < 0 ? id : `leads-to-${id}`, group: 'place', weight }));
}

/** Each reason once, the heaviest first. */
function strongest(reasons: readonly LureReason[]): LureReason[] {
  const seen = new Set<string>();
  return reasons.toSorted((a, b) => b.weight - a.weight).filter(({ id }) => !seen.has(id) && seen.add(id));
}

function scoreOf(reasons: readonly LureReason[]): number {
  return LURE_GROUPS.reduce((sum, group) => {
    const weights = reasons.filter((reason) => reason.group === group).map(({ weight }) => weight);
    const [first = 0, ...further] = weights.filter((weight) => weight > 0);
    return sum + first + Math.min(MOST_FURTHER, further.length * FURTHER) + Math.min(0, ...weights);
  }, 0);
}

function asksForSomething(reasons: readonly LureReason[]): boolean {
  return reasons.some(
    ({ group, weight }) =>
      group === 'ask' ||
      (group === 'bait' && weight >= STRONG_BAIT) ||
      (group === 'place' && weight >= TELLING_PLACE),
  );
}

/** "Use the live chat" with nothing behind it: no place, no promise, nothing that only thieves ask. */
function isBareAdvice(reasons: readonly LureReason[]): boolean {
  return reasons.every(
    ({ id, group }) => group === 'pose' || group === 'honest' || (group === 'ask' && NEEDS_MORE.has(id)),
  );
}

/** Without what stands in quotation marks or after `>`. */
function withoutQuotations(text: string): string {
  return text.replace(/[“"「『«][^“”"「」『』«»\n]{3,400}[”"」』»]|^\s*>.*$/gmu, ' ');
}

/** `@anna hello`: whom a post speaks to is not where it leads. */
function withoutAddressee(text: string): string {
  return text.replace(/^\s*@[\p{L}\p{N}_.-]+[,:，：]?\s+(?=\S)/u, ' ');
}
