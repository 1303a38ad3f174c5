import type { DeflectionEvent, RejectionReason } from '../core/deflection/deflection.ts';
import type { ArticlesTried } from '../core/deflection/ticketDraft.ts';
import type { Suggestion } from '../core/retrieval/suggest.ts';

/** What a person saw and tried while they wrote, each slug once; it goes along with the ticket. */
export class Tried {
  readonly #shown = new Set<string>();
  readonly #opened = new Set<string>();
  readonly #rejected = new Map<string, RejectionReason | undefined>();
  #solved: string | undefined;

  show(suggestions: readonly Suggestion[]): void {
    for (const { slug } of suggestions) this.#shown.add(slug);
  }

  /** @param visible the suggestions that stood there when it happened */
  record(event: DeflectionEvent, visible: readonly Suggestion[]): void {
    if (event.type === 'opened') this.#opened.add(event.suggestion.slug);
    if (event.type === 'solved') this.#solved = event.suggestion.slug;
    // Whoever goes on to support has not had it solved.
    if (event.type === 'continued') this.#solved = undefined;
    if (event.type !== 'rejected') return;
    for (const { slug } of visible) this.#rejected.set(slug, undefined);
    if (event.reason) for (const slug of this.#rejected.keys()) this.#rejected.set(slug, event.reason);
  }

  /** A link to the article was opened in a tab of its own. */
  open(slug: string): void {
    this.#opened.add(slug);
  }

  /** The last article that was opened, of those given; the one that "this solved it" most likely means. */
  lastOpened(suggestions: readonly Suggestion[]): Suggestion | undefined {
    const slug = [...this.#opened].findLast((opened) => suggestions.some((known) => known.slug === opened));
    return suggestions.find((known) => known.slug === slug);
  }

  toJSON(): ArticlesTried {
    return {
      shown: [...this.#shown],
      opened: [...this.#opened],
      rejected: [...this.#rejected].map(([slug, reason]) => (reason ? { slug, reason } : { slug })),
      ...(this.#solved === undefined ? {} : { solved: this.#solved }),
    };
  }

  /** Goes on from what was kept over a reload. */
  restore({ shown, opened, rejected }: ArticlesTried): void {
    for (const slug of shown) this.#shown.add(slug);
    for (const slug of opened) this.#opened.add(slug);
    for (const { slug, reason } of rejected) this.#rejected.set(slug, reason as RejectionReason | undefined);
  }

  clear(): void {
    this.#shown.clear();
    this.#opened.clear();
    this.#rejected.clear();
    this.#solved = undefined;
  }
}
