/** How many signals are shown of how many. */
export interface FilteredSignals {
  readonly found: number;
  readonly total: number;
  readonly isFiltered: boolean;
}

/**
 * Shows the signals that hold every word that was typed, in the layer that was chosen; the style sheet does the layers too, for
 * browsers without a script.
 */
export function filterSignals(page: HTMLElement): FilteredSignals {
  const words = wordsOf(page.querySelector<HTMLInputElement>('[name="words"]')?.value ?? '');
  const layer = page.querySelector<HTMLInputElement>('[name="layer"]:checked')?.value ?? 'all';
  let found = 0;
  let total = 0;
  for (const section of page.querySelectorAll<HTMLElement>('section')) {
    const isLayer = layer === 'all' || section.dataset['layer'] === layer;
    for (const runbook of section.querySelectorAll<HTMLElement>('.fl-runbook')) {
      const title = plain(runbook.querySelector('h3')?.textContent ?? '');
      let shown = 0;
      for (const row of runbook.querySelectorAll<HTMLElement>('[data-signal]')) {
        const text = `${title} ${plain(row.textContent)}`;
        const isFound = words.every((word) => text.includes(word));
        row.hidden = !isFound;
        total += 1;
        if (isFound) shown += 1;
      }
      runbook.hidden = shown === 0;
      if (isLayer) found += shown;
    }
    section.hidden = section.querySelector('.fl-runbook:not([hidden])') === null;
  }
  return { found, total, isFiltered: words.length > 0 || layer !== 'all' };
}

function wordsOf(text: string): string[] {
  return plain(text)
    .split(/\s+/)
    .filter((word) => word !== '');
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
