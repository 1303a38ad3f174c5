import type { Language } from '../../article/language.ts';
import { FIELDS_OF, type FieldId } from '../../deflection/issueType.ts';
import type { Finder, SecretKind } from '../../privacy/secret.ts';
import { holdsSecret } from '../handOver.ts';
import type { EvidenceKind } from './evidence.ts';
import { summaryOf, type Say } from './summary.ts';
import type { TriageTree } from './triageTree.ts';
import type { Walk } from './walk.ts';

/** Where the contact page keeps its draft, in session storage; the widget reads it there. */
export const CONTACT_DRAFT_KEY = 'firstline-draft:ticket';

/** The form's fields that evidence goes into; the rest is written into the description. */
const FIELDS: Readonly<Partial<Record<EvidenceKind, FieldId>>> = {
  network: 'network',
  hash: 'transactionHash',
  'last-four': 'cardLastFour',
  'app-version': 'appVersion',
  device: 'device',
};

/** What the contact form is filled with, by the names of its controls. */
export function contactValues(
  tree: TriageTree,
  walk: Walk,
  language: Language,
  say: Say,
): Readonly<Record<string, string>> {
  const { title, answers, noted, end } = summaryOf(tree, walk, language, say);
  const asked: readonly FieldId[] = FIELDS_OF[tree.issueType];
  const values: Record<string, string> = { issueType: tree.issueType, subject: title };
  const others: string[] = [];
  for (const { field, label, value } of noted) {
    const name = FIELDS[field.kind];
    const isOwn = field.id === field.kind && name !== undefined && asked.includes(name);
    if (isOwn) values[name] = walk.evidence[field.id]!;
    else others.push(`- ${say('value', { label, value })}`);
  }
  values['description'] = [
    say('contact.heading'),
    ...answers.map((answered) => `- ${say('answered', answered)}`),
    // That somebody wants to write is no result.
    ...(end && end.kind !== 'contact' ? [`- ${say('contact.found', { found: end.title[language] })}`] : []),
    ...others,
    '',
    '',
  ].join('\n');
  return values;
}

/**
 * Puts values into the contact form's draft. What a person wrote there stays: ours goes below it, in the place of what
 * an earlier walk left.
 * @param heading the first line of our part of the description
 * @param find the privacy guard
 * @returns whether it was kept: not with a secret in it, nor where storage is full or forbidden
 */
export function leaveContactDraft(
  store: Pick<Storage, 'getItem' | 'setItem'>,
  values: Readonly<Record<string, string>>,
  heading: string,
  find: Finder<SecretKind>,
): boolean {
  if (
    holdsSecret(
      Object.values(values).flatMap((value) => value.split('\n')),
      find,
    )
  )
    return false;
  try {
    const kept = draftIn(store.getItem(CONTACT_DRAFT_KEY));
    const written = kept.values['description'] ?? '';
    const own = written.includes(heading) ? written.slice(0, written.indexOf(heading)) : written;
    const description = [own.trimEnd(), values['description'] ?? '']
      .filter((part) => part !== '')
      .join('\n\n');
    store.setItem(
      CONTACT_DRAFT_KEY,
      JSON.stringify({ ...kept, values: { ...kept.values, ...values, description } }),
    );
    return true;
  } catch {
    return false;
  }
}

interface Draft {
  readonly values: Readonly<Record<string, string>>;
  readonly tried: unknown;
}

function draftIn(text: string | null): Draft {
  const kept: unknown = JSON.parse(text ?? 'null');
  const isDraft = typeof kept === 'object' && kept !== null && 'values' in kept && 'tried' in kept;
  return isDraft ? (kept as Draft) : { values: {}, tried: { shown: [], opened: [], rejected: [] } };
}
