import { escapeInline } from '../articleFile.ts';
import type { SectionChanges } from '../sourceHash.ts';
import { sectionName, type ArticleChange } from './articleChange.ts';
import type { ContentChanges, WaitingTranslation } from './contentChanges.ts';
import type { FloorChange } from './floorChange.ts';
import type { PhrasingChange } from './phrasingChange.ts';

/** A line by which an older comment is found again and replaced. */
export const COMMENT_MARK = '<!-- firstline: content changes -->';

/** A comment may not be longer (GitHub allows 65,536 characters); what is left out is counted. */
const MOST_LINES = 60;

/** The changes as Markdown for whoever reviews them. */
export function describeContentChanges(changes: ContentChanges): string {
  const { articles, translations, phrasings, floors } = changes;
  const nowPublic = articles.filter(({ audience, oldAudience, kind }) => {
    const becamePublic = oldAudience === 'internal' && audience === 'public';
    return becamePublic && kind !== 'removed';
  });
  const parts = [
    ...(nowPublic.length > 0
      ? [
          `> [!WARNING]\n> Internal until now, public after this: ${nowPublic.map(({ slug, language }) => `${code(slug)} (${language})`).join(', ')}.`,
        ]
      : []),
    ...list('Articles', articles.map(articleLine)),
    ...list('Chinese pages that wait for a translator', translations.map(translationLine)),
    ...list('Phrasings', phrasings.map(phrasingLine)),
    ...floorTable(floors),
  ];
  const body = parts.length > 0 ? parts : ['No article, phrasing or floor of the suggestions changes.'];
  return `${[COMMENT_MARK, '## What changes for readers', ...body].join('\n\n')}\n`;
}

function articleLine({
  slug,
  language,
  kind,
  title,
  oldSlug,
  audience,
  oldAudience,
  sections,
}: ArticleChange) {
  const about = [
    ...(oldSlug ? [`was ${code(oldSlug)}`] : []),
    ...(oldAudience ? [`${oldAudience} → ${audience}`] : audience === 'internal' ? ['internal'] : []),
    ...(sections ? [sectionWords(sections) || 'only what readers do not see'] : []),
    ...(kind === 'unreadable' ? ['`npm run content:lint` says what is wrong with it'] : []),
  ];
  const name = title ? ` ${quiet(title)}` : '';
  return `**${kind}** ${code(slug)} (${language})${name}${about.length > 0 ? `: ${about.join('; ')}` : ''}`;
}

function translationLine({ slug, state, changes }: WaitingTranslation): string {
  if (state === 'missing') return `${code(slug)}: there is none yet`;
  if (state === 'unstamped') return `${code(slug)}: it does not say what it was made from`;
  return `${code(slug)}: ${changes ? sectionWords(changes) : 'it is not recorded which sections'}`;
}

function phrasingLine({ slug, counts }: PhrasingChange): string {
  const words = Object.entries(counts)
    .filter(([, { added, removed }]) => added + removed > 0)
    .map(([language, { added, removed }]) => `${language} +${added} −${removed}`);
  return `${code(slug)}: ${words.join(', ')}`;
}

function sectionWords({ changed, added, removed }: SectionChanges): string {
  const parts = [
    ['changed', changed],
    ['new', added],
    ['gone', removed],
  ] as const;
  return parts
    .flatMap(([word, names]) => (names.length > 0 ? [`${word}: ${names.map(sectionName).join(', ')}`] : []))
    .join('; ');
}

function floorTable(floors: readonly FloorChange[]): string[] {
  if (floors.length === 0) return [];
  const show = (value: number | undefined): string => (value === undefined ? 'none' : String(value));
  const rows = floors.map(
    ({ name, before, after, isLowered }) =>
      `| ${code(name)} | ${show(before)} | ${show(after)} | ${isLowered ? '**looser**: the commit must say why' : 'stricter'} |`,
  );
  return [
    '### Floors of the suggestions',
    ['| | before | after | |', '|---|---|---|---|', ...rows].join('\n'),
  ];
}

function list(heading: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  const shown = lines.slice(0, MOST_LINES).map((line) => `- ${line}`);
  const rest = lines.length - shown.length;
  return [
    `### ${heading} (${lines.length})`,
    [...shown, ...(rest > 0 ? [`- … and ${rest} more`] : [])].join('\n'),
  ];
}

/** What somebody else wrote, within a line: no markup, and nobody is called by an @. */
function quiet(text: string): string {
  return escapeInline(text).replaceAll('@', '@\u200b').replaceAll('<!--', '');
}

function code(text: string): string {
  return `\`${text.replaceAll('`', "'").replaceAll('|', '¦')}\``;
}
