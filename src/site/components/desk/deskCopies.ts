import { permalink } from '../../../core/operations/desk/permalink.ts';
import { copyToClipboard } from '../clipboard.ts';
import type { DeskCounts } from './deskCounts.ts';
import type { DeskData } from './deskData.ts';
import type { DeskIncident } from './deskIncident.ts';
import type { DeskReply } from './deskReply.ts';
import type { DeskResults } from './deskResults.ts';
import type { DeskTicket } from './deskTicket.ts';

interface Parts {
  readonly ticket: DeskTicket;
  readonly results: DeskResults;
  readonly incident: DeskIncident;
  readonly reply: DeskReply;
}

/** All that leaves the desk by the clipboard; what was linked is counted. */
export class DeskCopies {
  readonly #data: DeskData;
  readonly #parts: Parts;
  readonly #counts: DeskCounts;
  readonly #tell: (key: string, values?: Readonly<Record<string, string>>) => void;

  /** @param tell says what was done, by the key of its words */
  constructor(
    data: DeskData,
    parts: Parts,
    counts: DeskCounts,
    tell: (key: string, values?: Readonly<Record<string, string>>) => void,
  ) {
    this.#data = data;
    this.#parts = parts;
    this.#counts = counts;
    this.#tell = tell;
  }

  /** The chosen article's permalink in the customer's language. */
  link(form: (title: string, address: string) => string, said: string): void {
    const { results, ticket } = this.#parts;
    const slug = results.chosen;
    if (slug === undefined) return this.#tell('said.nothing');
    const { articles, publicSite, base } = this.#data;
    const { language } = ticket;
    // What customers cannot read is linked where agents can.
    const isPublic = articles[slug]?.audience === 'public';
    const site = isPublic ? publicSite : new URL(base, location.href).href;
    const title = articles[slug]?.title[language] ?? slug;
    void this.#copy(copyToClipboard(form(title, permalink(site, slug, language))), said, { title }).then(
      (isCopied) => isCopied && this.#counts.linked(slug, language),
    );
  }

  /** What the customer is told of a known incident; of an internal one they are told nothing. */
  known(): void {
    const { incident } = this.#parts;
    const line = incident.forCustomer;
    if (line === undefined) this.#tell(incident.isInternal ? 'card.internal' : 'known.none');
    else void this.#copy(copyToClipboard(line), 'said.known');
  }

  async reply(form: 'text' | 'html' | 'markdown'): Promise<void> {
    const { reply, ticket } = this.#parts;
    const toCopy = reply.toCopy();
    const { language } = this.#data;
    if (toCopy.is === 'none') return this.#tell('said.nothing');
    if (toCopy.is === 'missing') {
      this.#tell('reply.missing', { names: toCopy.labels.join(language === 'zh-CN' ? '、' : ', ') });
      return reply.focus();
    }
    const { text, html, markdown } = toCopy.forms;
    const copying = form === 'html' ? copyToClipboard(text, html) : copyToClipboard({ text, markdown }[form]);
    const isCopied = await this.#copy(copying, `said.${form === 'markdown' ? 'replyMarkdown' : form}`);
    if (isCopied) this.#counts.linked(toCopy.slug, ticket.language);
  }

  async #copy(
    copying: Promise<boolean>,
    said: string,
    values: Readonly<Record<string, string>> = {},
  ): Promise<boolean> {
    const isCopied = await copying;
    this.#tell(isCopied ? said : 'said.failed', values);
    return isCopied;
  }
}
