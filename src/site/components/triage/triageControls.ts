import { NETWORKS, networkOf, OTHER_NETWORK } from '../../../core/deflection/networks.ts';
import { EVIDENCE_LENGTH } from '../../../core/operations/triage/evidence.ts';
import type { Say } from '../../../core/operations/triage/summary.ts';
import type { EvidenceField } from '../../../core/operations/triage/triageTree.ts';
import { make } from '../dom.ts';

export type Control = HTMLInputElement | HTMLSelectElement;

/** The control in which a kind of evidence is noted. */
export function controlFor({ kind }: EvidenceField, value: string, say: Say): Control {
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

/** What stands in it; '' for nothing. */
export function valueOf(control: Control): string {
  if (control instanceof HTMLInputElement && control.type === 'checkbox') return control.checked ? 'yes' : '';
  return control.value;
}

/** Makes a link the page on a transaction in its network's explorer; hides it where there is none. */
export function linkExplorer(
  link: HTMLAnchorElement,
  url: string | undefined,
  network: string,
  say: Say,
): void {
  link.hidden = url === undefined;
  if (url === undefined) return;
  link.href = url;
  link.target = '_blank';
  link.rel = 'noopener noreferrer';
  link.textContent = say('walk.explorer', { network: networkOf(network)?.name ?? '' });
}
