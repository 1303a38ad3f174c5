import type { ChecklistItem } from '../../../core/operations/access/checklist.ts';
import { stateOf, type EvidenceRow } from '../../../core/operations/access/evidence.ts';
import { make } from '../dom.ts';
import { say, type Strings } from '../words.ts';

/** A line of the page's list. */
export interface AccessLine {
  readonly box: HTMLInputElement;
  /** @param row what is known of it; undefined as long as no checklist was started */
  readonly show: (row: EvidenceRow | undefined, today: string, words: Strings) => void;
}

/** Makes the box of a line one that can be ticked, and says beside it when it is due and who did it. */
export function accessLine(line: HTMLLIElement, item: ChecklistItem, ticked: () => void): AccessLine {
  const box = line.querySelector<HTMLInputElement>('input[type="checkbox"]')!;
  const state = make('span', 'fl-access-state');
  line.append(state);
  box.disabled = false;
  box.setAttribute('aria-label', `${item.system}: ${item.action}`);
  box.addEventListener('change', ticked);
  return {
    box,
    show(row, today, words) {
      box.checked = row !== undefined && row.doneAt !== '';
      const kind = row && stateOf(row, today);
      if (kind) line.dataset['state'] = kind;
      else delete line.dataset['state'];
      const at = row?.doneAt.replace('T', ' ').replace(/(?:\.\d+)?Z$/, ' UTC') ?? '';
      state.textContent =
        row && kind ? say(words, `state.${kind}`, { due: row.due, by: row.doneBy, at }) : '';
    },
  };
}
