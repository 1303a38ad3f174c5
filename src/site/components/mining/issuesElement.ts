import {
  compareRows,
  isShown,
  parseView,
  SORTS,
  WHOLE,
  writeView,
  type IssueRow,
  type IssueView,
  type Sort,
} from '../../mining/issueView.ts';

interface Row {
  readonly element: HTMLTableRowElement;
  readonly row: IssueRow;
}

/** The table of issues with its fields for filtering and sorting. What it shows stands in the address, behind the #. */
export class IssuesElement extends HTMLElement {
  /** In the table's own order. */
  #rows: readonly Row[] = [];
  #body!: HTMLTableSectionElement;
  #fields!: HTMLElement;
  #view = WHOLE;

  connectedCallback(): void {
    this.#body = this.querySelector('tbody')!;
    this.#fields = this.querySelector('.fl-filters')!;
    this.#rows = [...this.#body.rows].map((element) => ({ element, row: rowOf(element) }));
    this.#fields.addEventListener('input', () => this.#change(this.#read()));
    this.querySelector('.fl-reset')!.addEventListener('click', () => this.#change(WHOLE));
    for (const header of this.querySelectorAll<HTMLElement>('th[data-sort]')) this.#makeSortable(header);
    addEventListener('hashchange', () => this.#follow());
    this.#follow();
  }

  /** What the address says; a plain anchor in it says nothing. */
  #follow(): void {
    if (location.hash === '' || location.hash.includes('=')) this.#show(parseView(location.hash));
    else this.#show(this.#view);
  }

  #change(view: IssueView): void {
    const fragment = writeView(view);
    // Replaced and not added: going back leads to the page before, not through every letter.
    history.replaceState(history.state, '', fragment === '' ? location.pathname : `#${fragment}`);
    this.#show(view);
  }

  #read(): IssueView {
    const value = (name: string): string => this.#field(name)?.value ?? '';
    return {
      words: value('words').trim(),
      language: value('language'),
      product: value('product'),
      gap: value('gap'),
      trend: value('trend'),
      sort: SORTS.find((sort) => sort === value('sort')) ?? WHOLE.sort,
      isReversed: this.#order().checked,
    };
  }

  #show(view: IssueView): void {
    this.#view = view;
    this.#fill(view);
    const sorted = this.#rows.toSorted((a, b) => compareRows(a.row, b.row, view));
    let shown = 0;
    for (const { element, row } of sorted) {
      element.hidden = !isShown(row, view);
      if (!element.hidden) shown++;
    }
    if (sorted.some(({ element }, i) => this.#body.rows[i] !== element))
      this.#body.append(...sorted.map(({ element }) => element));
    for (const header of this.querySelectorAll<HTMLElement>('th[data-sort]')) {
      const isSorted = header.dataset['sort'] === view.sort;
      if (isSorted) header.ariaSort = view.isReversed ? 'ascending' : 'descending';
      else header.removeAttribute('aria-sort');
    }
    this.querySelector<HTMLElement>('.fl-nothing')!.hidden = shown > 0;
    this.querySelector<HTMLElement>('.fl-reset')!.hidden = writeView(view) === '';
    const status = this.querySelector('.fl-shown')!;
    const text = (this.dataset['shown'] ?? '').replace('{{shown}}', String(shown));
    if (status.textContent !== text) status.textContent = text;
  }

  /** Fields as the view has them. A field that somebody is typing in is left alone. */
  #fill(view: IssueView): void {
    for (const name of ['words', 'language', 'product', 'gap', 'trend', 'sort'] as const) {
      const field = this.#field(name);
      if (field && field.value.trim() !== view[name]) field.value = view[name];
    }
    this.#order().checked = view.isReversed;
  }

  #field(name: string): HTMLInputElement | HTMLSelectElement | null {
    return this.#fields.querySelector(`[name="${name}"]`);
  }

  #order(): HTMLInputElement {
    return this.#fields.querySelector('[name="order"]')!;
  }

  /** A column's name becomes a button: once for the most first, again for the least. */
  #makeSortable(header: HTMLElement): void {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = header.textContent.trim();
    button.addEventListener('click', () => {
      const sort = header.dataset['sort'] as Sort;
      this.#change({
        ...this.#view,
        sort,
        isReversed: this.#view.sort === sort && !this.#view.isReversed,
      });
    });
    header.replaceChildren(button);
  }
}

function rowOf(element: HTMLTableRowElement): IssueRow {
  const { tickets, impact, urgency, languages, products, gap, trends } = element.dataset;
  return {
    tickets: Number(tickets),
    impact: Number(impact),
    urgency: Number(urgency),
    languages: languages?.split(' ') ?? [],
    products: products?.split('\n') ?? [],
    gap: gap ?? '',
    trends: trends?.split(' ') ?? [],
    words: element.querySelector('.fl-what')?.textContent.toLowerCase() ?? '',
  };
}
