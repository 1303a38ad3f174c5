import type { Language } from '../../../core/article/language.ts';
import { bookmarklet, readFragment } from '../../../core/operations/desk/fragment.ts';
import type { DeskAction } from '../../../core/operations/desk/keys.ts';
import { permalink } from '../../../core/operations/desk/permalink.ts';
import { identifiersIn, searchText, summaryOf } from '../../../core/operations/desk/ticketText.ts';
import { leaveHandOver } from '../../../core/operations/handOver.ts';
import { findSecrets } from '../../../core/privacy/secrets.ts';
import { copyToClipboard } from '../clipboard.ts';
import type { CardActions } from './deskCards.ts';
import { DeskCounts } from './deskCounts.ts';
import type { DeskData } from './deskData.ts';
import { DeskFlag } from './deskFlag.ts';
import { DeskIncident } from './deskIncident.ts';
import { DeskKeys } from './deskKeys.ts';
import { DeskReply } from './deskReply.ts';
import { DeskResults } from './deskResults.ts';
import { knowledgeSearch, type SearchNews } from '../search/knowledgeSearch.ts';
import { DeskTicket } from './deskTicket.ts';
import { say } from '../words.ts';

/** An agent looks at more than a customer is shown, and at less likely ones. */
const SCOPE = { edition: 'internal', limit: 5, threshold: 0.25 } as const;

/** Long enough not to search on every key. */
const PAUSE_MS = 120;
/** How long what was done stays on the screen. */
const SAID_MS = 6_000;

/** The page /desk/: from a ticket to an article and a reply. Nothing of a ticket leaves it but by a press of the agent. */
export class DeskElement extends HTMLElement {
  #data!: DeskData;
  #ticket!: DeskTicket;
  #incident!: DeskIncident;
  #results!: DeskResults;
  #reply!: DeskReply;
  #flag!: DeskFlag;
  #counts!: DeskCounts;
  #keys!: DeskKeys;
  #ask!: (text: string, language: Language) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #quiet: ReturnType<typeof setTimeout> | undefined;
  #isDense = false;
  #asked = '';

  connectedCallback(): void {
    this.#data = JSON.parse(this.querySelector('script[type="application/json"]')!.textContent) as DeskData;
    const arrived = this.#takeFragment();
    const part = <Part extends HTMLElement>(name: string): Part => this.querySelector<Part>(`.fl-${name}`)!;
    this.#ticket = new DeskTicket(part('ticket'), this.#data, () => this.#changed());
    this.#results = new DeskResults(part('results'), this.#data, this.#actions);
    this.#incident = new DeskIncident(
      part('known'),
      this.#data,
      () => this.#copyKnown(),
      (line) => this.#say(line),
    );
    this.#reply = new DeskReply(part('reply'), this.#data);
    this.#flag = new DeskFlag(part('flag'), this.#data);
    this.#counts = new DeskCounts(part('counts'), this.#data);
    this.#keys = new DeskKeys(part('keys'));
    const { base, language } = this.#data;
    this.#ask = knowledgeSearch({ base, language, ...SCOPE }, (news) => this.#hear(news));
    document.addEventListener('keydown', (event) => this.#pressed(event));
    window.addEventListener('hashchange', () => this.#arrive(this.#takeFragment()));
    for (const [name, act] of Object.entries(this.#buttons)) {
      this.querySelector(`[data-do="${name}"]`)!.addEventListener('click', act);
    }
    part('bookmarklet').setAttribute('href', bookmarklet(new URL(this.#data.hrefs.desk, location.href).href));
    this.#ticket.focus();
    this.#arrive(arrived);
  }

  readonly #buttons: Readonly<Record<string, () => void>> = {
    new: () => this.#next(),
    keys: () => this.#keys.open(),
    copyText: () => void this.#copyReply('text'),
    copyHtml: () => void this.#copyReply('html'),
    copyMarkdown: () => void this.#copyReply('markdown'),
    flag: () => this.#actions.flag(),
    escalate: () => this.#escalate(),
  };

  readonly #actions: CardActions = {
    choose: (slug) => this.#choose(slug),
    link: () => this.#copyLink((_, address) => address, 'said.link'),
    markdown: () => this.#copyLink((title, address) => `[${title}](${address})`, 'said.markdown'),
    reply: () => this.#openReply(),
    escalate: () => this.#escalate(),
    flag: () => this.#flag.open(this.#results.chosen, this.#ticket.language, this.#ticket.text),
  };

  /** Reads what the address brought along, and takes it out of the address before anything else happens. */
  #takeFragment() {
    const { hash, pathname, search } = location;
    if (hash !== '') history.replaceState(null, '', pathname + search);
    return readFragment(hash);
  }

  #arrive({ text, reply: id }: ReturnType<typeof readFragment>): void {
    if (text !== undefined) {
      this.#next();
      this.#ticket.text = text;
    }
    if (this.#ticket.text.trim() !== '') this.#changed();
    const reply = this.#data.replies.find((known) => known.id === id);
    if (reply) this.#reply.open(reply.article, this.#ticket.language, this.#known(), reply.id);
  }

  #changed(): void {
    clearTimeout(this.#timer);
    const { text, language } = this.#ticket;
    if (text.trim() === '') {
      this.#counts.nextTicket();
      this.#reply.close();
      this.#incident.look(undefined);
      this.#asked = '';
      this.#results.clear();
      return;
    }
    if (this.#reply.isOpen) this.#reply.speak(language);
    if (this.#results.state === 'idle') this.#results.show('loading');
    this.#timer = setTimeout(() => {
      this.#asked = searchText(text);
      this.#ask(this.#asked, language);
    }, PAUSE_MS);
  }

  #hear(news: SearchNews): void {
    if (news.type === 'failed') return this.#results.show('failed');
    if (news.type === 'ready') {
      this.#isDense = news.isDense;
      return;
    }
    // The box was emptied while the answer was on its way.
    if (this.#asked === '') return;
    const { text, language } = this.#ticket;
    this.#counts.looked(language);
    this.#results.answer(news.suggestions, !this.#isDense);
    this.#incident.look({ text, slugs: this.#results.slugs, language });
  }

  #pressed(event: KeyboardEvent): void {
    const action = this.#keys.actionOf(event);
    if (!action) return;
    event.preventDefault();
    this.#act(action);
  }

  #act(action: DeskAction): void {
    switch (action.do) {
      case 'choose': {
        const slug = this.#results.slugs[action.place];
        if (slug !== undefined) this.#choose(slug);
        return;
      }
      case 'link':
      case 'markdown':
      case 'reply':
      case 'escalate':
      case 'flag':
        return this.#actions[action.do]();
      case 'known':
        return this.#copyKnown();
      case 'open':
        return this.#openArticle();
      case 'language':
        this.#ticket.switchLanguage();
        return this.#changed();
      case 'new':
        return this.#next();
      case 'box':
        return this.#ticket.focus();
      case 'leave':
        return this.#results.focus();
      case 'keys':
        return this.#keys.open();
      case 'copy':
        if (this.#reply.isOpen) void this.#copyReply('text');
        else this.#openReply();
    }
  }

  #choose(slug: string): void {
    this.#results.choose(slug);
    if (this.#reply.isOpen && this.#isPublic(slug)) this.#openReply();
  }

  #openReply(): void {
    if (this.#results.chosen === undefined) return this.#tell('said.nothing');
    // There is nothing in a runbook for a customer: the best article that they may read stands in for it.
    const slug = this.#results.forCustomers;
    if (slug === undefined) return this.#tell('reply.internal');
    if (slug !== this.#results.chosen) this.#results.choose(slug);
    this.#reply.open(slug, this.#ticket.language, this.#known());
  }

  #openArticle(): void {
    const slug = this.#results.chosen;
    if (slug === undefined) return this.#tell('said.nothing');
    window.open(permalink(this.#data.base, slug, this.#data.language), '_blank', 'noopener');
  }

  #isPublic(slug: string): boolean {
    return this.#data.articles[slug]?.audience === 'public';
  }

  /** What the ticket says already of what replies ask for. */
  #known(): Readonly<Record<string, string>> {
    const hashes = identifiersIn(this.#ticket.text).filter(({ kind }) => kind === 'hash');
    return hashes.length === 1 ? { hash: hashes[0]!.value } : {};
  }

  #copyLink(form: (title: string, address: string) => string, said: string): void {
    const slug = this.#results.chosen;
    if (slug === undefined) return this.#tell('said.nothing');
    const { articles, publicSite, base } = this.#data;
    const { language } = this.#ticket;
    // What customers cannot read is linked where agents can.
    const site = this.#isPublic(slug) ? publicSite : new URL(base, location.href).href;
    const title = articles[slug]?.title[language] ?? slug;
    void this.#copy(copyToClipboard(form(title, permalink(site, slug, language))), said, { title }).then(
      (isCopied) => isCopied && this.#counts.linked(slug, language),
    );
  }

  #copyKnown(): void {
    const line = this.#incident.forCustomer;
    if (line === undefined) this.#tell('known.none');
    else void this.#copy(copyToClipboard(line), 'said.known');
  }

  async #copyReply(form: 'text' | 'html' | 'markdown'): Promise<void> {
    const reply = this.#reply.toCopy();
    const { language } = this.#data;
    if (reply.is === 'none') return this.#tell('said.nothing');
    if (reply.is === 'missing') {
      this.#tell('reply.missing', { names: reply.labels.join(language === 'zh-CN' ? '、' : ', ') });
      return this.#reply.focus();
    }
    const { text, html, markdown } = reply.forms;
    const copying = form === 'html' ? copyToClipboard(text, html) : copyToClipboard({ text, markdown }[form]);
    const isCopied = await this.#copy(copying, `said.${form === 'markdown' ? 'replyMarkdown' : form}`);
    if (isCopied) this.#counts.linked(reply.slug, this.#ticket.language);
  }

  async #copy(copying: Promise<boolean>, said: string, values: Readonly<Record<string, string>> = {}) {
    const isCopied = await copying;
    this.#tell(isCopied ? said : 'said.failed', values);
    return isCopied;
  }

  #escalate(): void {
    const { text, language } = this.#ticket;
    const articles = [...new Set([...this.#counts.slugs, this.#results.chosen ?? []].flat())];
    const steps = [this.#incident.step ?? []].flat();
    const handOver = {
      summary: summaryOf(text),
      steps,
      identifiers: identifiersIn(text),
      articles,
      language,
    };
    if (leaveHandOver(sessionStorage, handOver, findSecrets)) location.assign(this.#data.hrefs.escalate);
    else this.#tell('said.notLeft');
  }

  #next(): void {
    this.#ticket.text = '';
    this.#changed();
    this.#ticket.focus();
  }

  #tell(key: string, values: Readonly<Record<string, string>> = {}): void {
    this.#say(say(this.#data.say, key, values));
  }

  #say(said: string): void {
    const status = this.querySelector('.fl-status')!;
    clearTimeout(this.#quiet);
    // The same again is said again.
    status.textContent = '';
    requestAnimationFrame(() => (status.textContent = said));
    this.#quiet = setTimeout(() => (status.textContent = ''), SAID_MS);
  }
}
