/**
 * Which texts say that money or access is in danger, by the patterns of content/safety.yml. No model decides here: a
 * maintainer can read why a text is urgent, and change it.
 *
 * All phrases of all patterns are looked for in one pass over the words of a text; then each pattern asks whether its
 * groups were found near one another in one sentence.
 */
import { LANGUAGES, type Language } from '../article/language.ts';
import type { SafetyRule, SafetyTable } from './safetyTable.ts';
import { GroupFinder, type Occurrence } from './groupFinder.ts';
import { parsePattern, tokensOf } from './wordPattern.ts';

/** What a person says first is read; a pasted log behind it must not cost seconds. */
const MAX_CHARACTERS = 10_000;
/** How far apart the words of a pattern may lie: words in English, characters in Chinese. */
const WINDOW: Readonly<Record<Language, number>> = { en: 14, 'zh-CN': 26 };

/** Groups, by their number in the finder, that must all occur within a window. */
interface Pattern {
  readonly groups: readonly number[];
  readonly window: number;
  /** Position of its rule; undefined for what no rule may overrule. */
  readonly rule: number | undefined;
  readonly means: 'urgent' | 'harmless';
}

/** The table, ready to be asked. */
export interface SafetyRules {
  readonly finder: GroupFinder;
  /** Each pattern under the group of it that has the fewest phrases: only where that occurs is the rest looked at. */
  readonly byGroup: ReadonlyMap<number, readonly Pattern[]>;
  readonly rules: readonly SafetyRule[];
}

/** @throws Error if a pattern cannot be read; `parseSafetyTable` has then already said so, naming file and rule */
export function compileSafety({ words, unless, rules }: SafetyTable): SafetyRules {
  const finder = new GroupFinder();
  const byGroup = new Map<number, Pattern[]>();
  const compile = (patterns: Patterns, rule: number | undefined, means: Pattern['means']): void => {
    for (const language of LANGUAGES) {
      for (const pattern of patterns[language]) {
        const groups = parsePattern(pattern, words[language]).toSorted((a, b) => a.length - b.length);
        const numbers = groups.map((group) => finder.add(group, language));
        const same = byGroup.get(numbers[0]!);
        const compiled = { groups: numbers, window: WINDOW[language], rule, means };
        if (same) same.push(compiled);
        else byGroup.set(numbers[0]!, [compiled]);
      }
    }
  };
  compile(unless, undefined, 'harmless');
  rules.forEach((rule, i) => {
    compile(rule.when, i, 'urgent');
    compile(rule.unless, i, 'harmless');
  });
  return { finder, byGroup, rules };
}

/**
 * The first rule of the table that a text meets, whatever language it is in; undefined if it is not urgent. Patterns of
 * both languages are always tried, because people mix them.
 */
export function urgentRule(text: string, { finder, byGroup, rules }: SafetyRules): SafetyRule | undefined {
  const met = finder.find(tokensOf(text.slice(0, MAX_CHARACTERS))).flatMap((found) => {
    const patterns = [...found.keys()]
      .flatMap((group) => byGroup.get(group) ?? [])
      .filter((pattern) => occurs(pattern, found));
    const harmless = new Set(patterns.flatMap(({ means, rule }) => (means === 'harmless' ? [rule] : [])));
    if (harmless.has(undefined)) return [];
    return patterns.flatMap(({ rule }) => (rule === undefined || harmless.has(rule) ? [] : [rule]));
  });
  return rules[Math.min(...met)];
}

type Patterns = Readonly<Record<Language, readonly string[]>>;

/** Whether every group occurs, all within the window; `found` holds the groups of one sentence, each in order. */
function occurs({ groups, window }: Pattern, found: ReadonlyMap<number, readonly Occurrence[]>): boolean {
  const own: (readonly Occurrence[])[] = [];
  for (const group of groups) {
    const occurrences = found.get(group);
    if (!occurrences) return false;
    own.push(occurrences);
  }
  const starts = own.flatMap((occurrences) => occurrences.map(({ start }) => start)).sort((a, b) => a - b);
  const next = own.map(() => 0);
  return starts.some((from) =>
    own.every((occurrences, i) => {
      while ((occurrences[next[i]!]?.start ?? Infinity) < from) next[i]!++;
      return (occurrences[next[i]!]?.end ?? Infinity) <= from + window;
    }),
  );
}
