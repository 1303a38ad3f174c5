import type { Language } from '../../../core/article/language.ts';
import { explorerUrl, networksFor } from '../../../core/deflection/networks.ts';
import { checkEvidence } from '../../../core/operations/triage/evidence.ts';
import { fieldLabel, type Say } from '../../../core/operations/triage/summary.ts';
import type { EvidenceField } from '../../../core/operations/triage/triageTree.ts';
import type { SecretKind } from '../../../core/privacy/secret.ts';
import { make } from '../dom.ts';
import { controlFor, linkExplorer, valueOf, type Control } from './triageControls.ts';

export interface FieldsContext {
  readonly language: Language;
  readonly say: Say;
  /** What has been noted by now, by the id of the field. */
  readonly evidence: () => Readonly<Record<string, string>>;
  /** Takes a value, and says which secrets were found; nothing of them is kept. */
  readonly note: (id: string, value: string) => readonly SecretKind[];
  /** Address of what to do when a recovery phrase is known to others. */
  readonly exposed: string;
}

/** The fields in which evidence is noted, each with its check; empty for none. */
export function fieldsView(fields: readonly EvidenceField[], context: FieldsContext): HTMLElement[] {
  if (fields.length === 0) return [];
  const group = make('fieldset', 'fl-evidence');
  const legend = make('legend', '', context.say('walk.note'));
  group.append(legend, ...fields.map((field) => fieldView(field, fields, context)));
  return [group];
}

/** The page on a hash that was noted at an earlier step, where its network has one. */
export function explorerView(
  fields: readonly EvidenceField[],
  { say, evidence }: FieldsContext,
): HTMLElement[] {
  const valueFor = (wanted: EvidenceField['kind']): string =>
    evidence()[fields.find(({ kind }) => kind === wanted)?.id ?? ''] ?? '';
  const url = explorerUrl(valueFor('network'), valueFor('hash'));
  if (url === undefined) return [];
  const link = make('a', 'fl-explorer');
  linkExplorer(link, url, valueFor('network'), say);
  return [link];
}

function fieldView(
  field: EvidenceField,
  fields: readonly EvidenceField[],
  context: FieldsContext,
): HTMLElement {
  const { language, say, evidence, note } = context;
  const row = make('div', field.kind === 'screenshot' ? 'fl-field fl-tick' : 'fl-field');
  const control = controlFor(field, evidence()[field.id] ?? '', say);
  control.id = `fl-${field.id}`;
  control.dataset['kind'] = field.kind;
  control.dataset['field'] = field.id;
  const label = make('label', '', fieldLabel(field, language, say));
  label.htmlFor = control.id;
  const message = make('p', 'fl-message');
  message.id = `${control.id}-message`;
  control.setAttribute('aria-describedby', message.id);
  const explorer = make('a', 'fl-explorer');

  const check = (): void => {
    const network = networkControl(row, fields);
    const value = valueOf(control);
    // One network only has hashes of this shape: nobody need be asked which.
    const [only, ...others] = field.kind === 'hash' ? networksFor(value) : [];
    if (only && others.length === 0 && network?.value === '') {
      network.value = only;
      note(network.dataset['field']!, only);
    }
    const chosen = network?.value ?? '';
    const problem = checkEvidence(field.kind, value, chosen);
    tell(control, message, problem ? [say(`problem.${problem}`)] : []);
    if (field.kind === 'hash') linkExplorer(explorer, explorerUrl(chosen, value), chosen, say);
  };
  const take = (): void => {
    const secrets = note(field.id, valueOf(control));
    if (secrets.length > 0) {
      empty(row, evidence());
      return tell(control, message, secretWords(secrets, context), true);
    }
    check();
    if (field.kind === 'network') checkHashes(row);
  };
  control.addEventListener('change', take);
  // A secret must not stand on the screen until the field is left.
  control.addEventListener('paste', () => setTimeout(take));
  control.addEventListener('fl-check', check);
  row.append(...(field.kind === 'screenshot' ? [control, label] : [label, control]), message, explorer);
  // Once the row stands in its group.
  queueMicrotask(() => valueOf(control) !== '' && check());
  return row;
}

function tell(
  control: Control,
  message: HTMLElement,
  words: readonly (string | Node)[],
  isSecret = false,
): void {
  if (isSecret) message.setAttribute('role', 'alert');
  else message.removeAttribute('role');
  message.classList.toggle('fl-alarm', isSecret);
  message.replaceChildren(...words);
  control.setAttribute('aria-invalid', String(words.length > 0));
}

function secretWords(kinds: readonly SecretKind[], { say, exposed }: FieldsContext): (string | Node)[] {
  const isKey = kinds.includes('recovery-phrase') || kinds.includes('private-key');
  if (!isKey) return [say('walk.secret')];
  const link = make('a', '', say('walk.secretLink'));
  link.href = exposed;
  return [say('walk.secret'), ' ', link];
}

/** Takes out of the fields what was not kept: a secret may stand in several of them. */
function empty(row: HTMLElement, evidence: Readonly<Record<string, string>>): void {
  row.parentElement?.querySelectorAll<HTMLInputElement>('input[type=text]').forEach((input) => {
    if (evidence[input.dataset['field']!] === undefined) input.value = '';
  });
}

function networkControl(row: HTMLElement, fields: readonly EvidenceField[]): Control | undefined {
  const network = fields.find(({ kind }) => kind === 'network');
  return (network && row.parentElement?.querySelector<Control>(`#fl-${network.id}`)) ?? undefined;
}

function checkHashes(row: HTMLElement): void {
  row.parentElement
    ?.querySelectorAll('[data-kind="hash"]')
    .forEach((hash) => hash.dispatchEvent(new Event('fl-check')));
}
