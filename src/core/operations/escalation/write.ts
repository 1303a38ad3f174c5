import type { Language } from '../../article/language.ts';
import { cleanHash, explorerUrl, networkOf } from '../../deflection/networks.ts';
import type { Draft } from './draft.ts';
import { linesOf, LIST_FIELDS } from './fields.ts';
import type { Format, Writer } from './formats/format.ts';
import { jira } from './formats/jira.ts';
import { markdown } from './formats/markdown.ts';
import { plain } from './formats/plain.ts';
import { slack } from './formats/slack.ts';
import { severityOf } from './severity.ts';
import type { SeverityMatrix } from './severityMatrix.ts';
import type { Team } from './team.ts';

const WRITERS: Readonly<Record<Format, Writer>> = { markdown, jira, slack, text: plain };

/** Words of the output in the team's language, by what follows `firstline.escalate.`: `field.summary`, `explorer`. */
export type Words = Readonly<Record<string, string>>;

/**
 * An escalation in the team's language and a format, ready to be pasted. Empty fields are left out.
 * @param sites addresses of ours, each with a slash at its end: what begins with one of them becomes a link
 */
export function writeEscalation(
  draft: Draft,
  team: Team,
  matrix: Pick<SeverityMatrix, 'reasons'>,
  words: Words,
  format: Format,
  sites: readonly string[],
): string {
  const writer = WRITERS[format];
  // What is asked of the agent is not always what the team is told.
  const say = (key: string): string => words[key.replace(/^field\./, 'label.')] ?? words[key] ?? key;
  const values = {
    ...draft.values,
    severity: draft.values['severity'] || severityOf(draft.reasons, matrix) || '',
  };
  const sections = team.sections.map(({ heading, fields }) => {
    const blocks = fields.flatMap((field) =>
      blocksOf(field, { draft: { ...draft, values }, team, matrix, say, writer, sites }),
    );
    return blocks.length === 0 ? [] : [writer.heading(heading[team.language]), ...blocks];
  });
  return (
    [writer.title(titleOf(values)), ...sections.flat()]
      .join(format === 'text' || format === 'slack' ? '\n' : '\n\n')
      .trim() + '\n'
  );
}

/** `[sev3] [api] Swap quote expires at once on Polygon`: what an inbox shows. */
export function titleOf({ severity, layer, summary }: Readonly<Record<string, string | undefined>>): string {
  return [severity && `[${severity}]`, layer && `[${layer}]`, summary].filter(Boolean).join(' ');
}

interface Context {
  readonly draft: Draft;
  readonly team: Team;
  readonly matrix: Pick<SeverityMatrix, 'reasons'>;
  readonly say: (key: string) => string;
  readonly writer: Writer;
  readonly sites: readonly string[];
}

function blocksOf(field: string, { draft, team, matrix, say, writer, sites }: Context): string[] {
  const value = draft.values[field]?.trim() ?? '';
  const label = labelOf(field, team, say);
  if (field === 'severity') {
    const why = matrix.reasons
      .filter(({ id }) => draft.reasons.includes(id))
      .map(({ text }) => text[team.language]);
    const note = draft.values['severityNote']?.trim() ?? '';
    return [
      ...(value === '' ? [] : [writer.field(label, value)]),
      ...(why.length === 0 ? [] : [writer.list(say('reasons'), why, false)]),
      ...(note === '' ? [] : [writer.field(say('field.severityNote'), note)]),
    ];
  }
  if (value === '' || field === 'severityNote') return [];
  if (field === 'logs') return [writer.code(label, draft.values[field] ?? '')];
  if (field === 'hash') return hashBlocks(value, draft.values['network'] ?? '', label, say, writer);
  if (field === 'articles') return articleBlocks(value, label, say, writer, sites);
  if (LIST_FIELDS.has(field))
    return [writer.list(label, linesOf(value), field === 'reproduction' || field === 'tried')];
  return [writer.field(label, wordFor(field, value, team.language, say))];
}

/** Each hash, and where it can be looked up: only an address that was made here becomes a link. */
function hashBlocks(
  value: string,
  network: string,
  label: string,
  say: (key: string) => string,
  writer: Writer,
): string[] {
  const hashes = linesOf(value).map((line) => cleanHash(line) || line);
  const explorers = hashes.flatMap((hash) => explorerUrl(network, hash) ?? []);
  return [
    writer.list(label, hashes, false),
    ...explorers.map((url, i) =>
      writer.link(explorers.length > 1 ? `${say('explorer')} ${i + 1}` : say('explorer'), url),
    ),
  ];
}

/** Articles of ours as links, whatever else was written as text. */
function articleBlocks(
  value: string,
  label: string,
  say: (key: string) => string,
  writer: Writer,
  sites: readonly string[],
): string[] {
  const isOurs = (line: string): boolean =>
    sites.some((site) => line.startsWith(site)) && /^[\w:/.~%#-]+$/.test(line);
  const lines = linesOf(value);
  const others = lines.filter((line) => !isOurs(line));
  return [
    ...lines.filter(isOurs).map((url) => writer.link(say('article'), url)),
    ...(others.length > 0 ? [writer.list(label, others, false)] : []),
  ];
}

function labelOf(field: string, team: Team, say: (key: string) => string): string {
  return team.extra.find(({ id }) => id === field)?.label[team.language] ?? say(`field.${field}`);
}

/** A chosen value in the team's words. */
function wordFor(field: string, value: string, language: Language, say: (key: string) => string): string {
  if (field === 'layer') return say(`layer.${value}`);
  if (field === 'network') return networkOf(value)?.name ?? say('otherNetwork');
  if (field === 'customerLanguage') return say(`language.${value}`);
  if (field === 'firstSeen') return value.replace('T', ' ').replace(/Z$/, ' UTC');
  if (field === 'customers') return Number(value).toLocaleString(language);
  return value;
}
