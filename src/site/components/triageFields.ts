import type { Language } from '../../core/article/language.ts';
import {
  explorerUrl,
  NETWORKS,
  networkOf,
  networksFor,
  OTHER_NETWORK,
} from '../../core/deflection/networks.ts';
import { checkEvidence, EVIDENCE_LENGTH } from '../../core/operations/triage/evidence.ts';
import { fieldLabel, type Say } from '../../core/operations/triage/summary.ts';
import type { EvidenceField } from '../../core/operations/triage/triageTree.ts';
import { make } from './dom.ts';

type Control = HTMLInputElement | HTMLSelectElement;

export interface FieldsContext {
  readonly language: Language;
  readonly say: Say;
  readonly evidence: Readonly<Record<string, string>>;
  /** Takes a value; false if it was refused as a secret, and then nothing of it is kept. */
  readonly note: (id: string, value: string) => boolean;
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
    evidence[fields.find(({ kind }) => kind === wanted)?.id ?? ''] ?? '';
  const url = explorerUrl(valueFor('network'), valueFor('hash'));
  if (url === undefined) return [];
  const link = make('a', 'fl-explorer');
  linkExplorer(link, url, valueFor('network'), say);
  return [link];
}

function fieldView(
  field: EvidenceField,
  fields: readonly EvidenceField[],
  { language, say, evidence, note }: FieldsContext,
): HTMLElement {
  const row = make('div', field.kind === 'screenshot' ? 'fl-field fl-tick' : 'fl-field');
  const control = controlFor(field, evidence[field.id] ?? '', say);
  control.id = `fl-${field.id}`;
  const label = make('label', '', fieldLabel(field, language, say));
  label.htmlFor = control.id;
  const message = make('p', 'fl-message');
  message.id = `${control.id}-message`;
  control.setAttribute('aria-describedby', message.id);
  const explorer = make('a', 'fl-explorer');

  const show = (text: string, isSecret = false): void => {
    if (isSecret) message.setAttribute('role', 'alert');
    else message.removeAttribute('role');
    message.classList.toggle('fl-alarm', isSecret);
    message.textContent = text;
    control.setAttribute('aria-invalid', String(text !== ''));
  };
  const check = (): void => {
    const group = row.parentElement;
    const network = fields.find(({ kind }) => kind === 'network');
    const networkControl = network && group?.querySelector<Control>(`#fl-${network.id}`);
    const value = valueOf(control);
    // One network only has hashes of this shape: nobody need be asked which.
    const [only, ...others] = field.kind === 'hash' ? networksFor(value) : [];
    if (only && others.length === 0 && networkControl?.value === '' && network) {
      networkControl.value = only;
      note(network.id, only);
    }
    const chosen = networkControl?.value ?? '';
    const problem = checkEvidence(field.kind, value, chosen);
    show(problem ? say(`problem.${problem}`) : '');
    if (field.kind === 'hash') linkExplorer(explorer, explorerUrl(chosen, value), chosen, say);
  };

  const take = (): void => {
    if (!note(field.id, valueOf(control))) {
      control.value = '';
      show(say('walk.secret'), true);
      return;
    }
    check();
    if (field.kind === 'network')
      row.parentElement
        ?.querySelectorAll<HTMLElement>('[data-kind="hash"]')
        .forEach((hash) => hash.dispatchEvent(new Event('fl-check')));
  };
  control.dataset['kind'] = field.kind;
  control.addEventListener('change', take);
  // A secret must not stand on the screen until the field is left.
  control.addEventListener('paste', () => setTimeout(take));
  control.addEventListener('fl-check', check);
  row.append(...(field.kind === 'screenshot' ? [control, label] : [label, control]), message, explorer);
  // Once the row stands in its group.
  queueMicrotask(() => valueOf(control) !== '' && check());
  return row;
}

function controlFor({ kind }: EvidenceField, value: string, say: Say): Control {
  if (kind === 'network') {
    const select = make('select');
    const choices = [
      ['', say('chooseNetwork')],
      ...Object.entries(NETWORKS).map(([id, { name }]) => [id, name]),
      [OTHER_NETWORK, say('otherNetwork')],
    ];
    select.append(...choices.map(([id, name]) => new Option(name, id)));
    select.value = value;
    return select;
  }
  const input = make('input');
  if (kind === 'screenshot') {
    input.type = 'checkbox';
    input.checked = value !== '';
    return input;
  }
  input.type = 'text';
  input.value = value;
  input.maxLength = kind === 'last-four' ? 4 : EVIDENCE_LENGTH;
  if (kind === 'last-four') input.inputMode = 'numeric';
  input.autocomplete = 'off';
  input.autocapitalize = 'off';
  // Some browsers ask a server about spelling.
  input.spellcheck = false;
  const example = say(`example.${kind}`);
  if (example !== '') input.placeholder = example;
  return input;
}

function valueOf(control: Control): string {
  if (control instanceof HTMLInputElement && control.type === 'checkbox') return control.checked ? 'yes' : '';
  return control.value;
}

function linkExplorer(link: HTMLAnchorElement, url: string | undefined, network: string, say: Say): void {
  link.hidden = url === undefined;
  if (url === undefined) return;
  link.href = url;
  link.target = '_blank';
  link.rel = 'noopener noreferrer';
  link.textContent = say('walk.explorer', { network: networkOf(network)?.name ?? '' });
}
