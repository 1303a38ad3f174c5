import type { Gap } from '../../../core/operations/escalation/missing.ts';
import type { Team } from '../../../core/operations/escalation/team.ts';
import type { Language } from '../../../core/article/language.ts';
import { make } from '../dom.ts';
import { say, type Strings } from '../words.ts';

/**
 * What is missing, each with a link to its field.
 * @param openIncident the line that opens an incident, if the level is one
 */
export function gapItems(
  gaps: readonly Gap[],
  team: Team,
  words: Strings,
  language: Language,
  openIncident: string | undefined,
): HTMLElement[] {
  const nameOf = (field: string): string =>
    team.extra.find(({ id }) => id === field)?.label[language] ?? say(words, `field.${field}`);
  return gaps.map((gap) => {
    const values = {
      field: nameOf(gap.field),
      fields: 'fields' in gap ? gap.fields.map(nameOf).join(language === 'en' ? ', ' : '、') : '',
      line: 'line' in gap ? shortened(gap.line) : '',
      level: 'level' in gap ? gap.level : '',
    };
    const text =
      gap.reason === 'elsewhere' ? team.otherwise[language] : say(words, `gap.${gap.reason}`, values);
    const link = make('a', '', text);
    link.href = `#${gap.field}`;
    if (gap.reason !== 'elsewhere' || openIncident === undefined) return make('li', '', link);
    return make('li', '', link, ' ', say(words, 'gap.openIncident'), make('code', '', openIncident));
  });
}

function shortened(line: string): string {
  return line.length > 40 ? `${line.slice(0, 40).toWellFormed()}…` : line;
}

/** Shows the items, and leaves those that are there already: whoever goes from a field to a link must find it in its place. */
export function showGaps(list: HTMLElement, items: readonly HTMLElement[]): void {
  const before = [...list.children];
  const after = items.map((item) => before.find((known) => known.isEqualNode(item)) ?? item);
  for (const known of before) if (!after.some((item) => item === known)) known.remove();
  after.forEach((item, i) => {
    if (list.children[i] !== item) list.insertBefore(item, list.children[i] ?? null);
  });
}
