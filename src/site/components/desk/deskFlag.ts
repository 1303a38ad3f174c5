import type { Language } from '../../../core/article/language.ts';
import { evidenceOf, FLAGS, flagIssue, issueAddress, type Flag } from '../../../core/operations/desk/flag.ts';
import { copyToClipboard } from '../clipboard.ts';
import type { DeskData } from './deskData.ts';
import { say } from '../words.ts';

/** The dialog in which an article is flagged. Only a press on its link or button takes anything out of the page. */
export class DeskFlag {
  readonly #dialog: HTMLDialogElement;
  readonly #data: DeskData;
  #about: Pick<Flag, 'slug' | 'language' | 'ticket'> = { slug: undefined, language: 'en', ticket: '' };

  constructor(dialog: HTMLDialogElement, data: DeskData) {
    this.#dialog = dialog;
    this.#data = data;
    dialog.addEventListener('input', () => this.#show());
    dialog.querySelector('.fl-copy-issue')!.addEventListener('click', () => {
      const { title, body } = flagIssue(this.#flag());
      void copyToClipboard(`# ${title}\n\n${body}\n`).then((isCopied) => {
        this.#said.textContent = say(data.say, isCopied ? 'said.issue' : 'said.failed');
      });
    });
    dialog.querySelector('.fl-close')!.addEventListener('click', () => dialog.close());
  }

  open(slug: string | undefined, language: Language, ticket: string): void {
    this.#about = { slug, language, ticket: evidenceOf(ticket) };
    const { articles, language: agents, say: strings } = this.#data;
    const title = slug === undefined ? undefined : (articles[slug]?.title[agents] ?? slug);
    this.#dialog.querySelector('.fl-about')!.textContent =
      title === undefined ? say(strings, 'flag.none') : say(strings, 'flag.article', { title });
    this.#dialog.querySelector<HTMLInputElement>(
      `input[value="${slug === undefined ? 'missing' : 'wrong'}"]`,
    )!.checked = true;
    this.#note.value = '';
    this.#said.textContent = '';
    this.#show();
    this.#dialog.showModal();
  }

  get #note(): HTMLTextAreaElement {
    return this.#dialog.querySelector('textarea')!;
  }

  /** Within the dialog: what is outside of it is not heard while it is open. */
  get #said(): HTMLElement {
    return this.#dialog.querySelector('.fl-flag-said')!;
  }

  #flag(): Flag {
    const value = this.#dialog.querySelector<HTMLInputElement>('input:checked')?.value;
    return {
      ...this.#about,
      kind: FLAGS.find((kind) => kind === value) ?? 'wrong',
      note: this.#note.value,
    };
  }

  #show(): void {
    const flag = this.#flag();
    this.#dialog.querySelector('pre')!.textContent = flagIssue(flag).body;
    const link = this.#dialog.querySelector<HTMLAnchorElement>('a');
    if (link && this.#data.newIssueUrl !== undefined) link.href = issueAddress(this.#data.newIssueUrl, flag);
  }
}
