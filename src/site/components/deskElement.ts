import type { Language } from '../../core/article/language.ts';
import { bookmarklet, readFragment } from '../../core/operations/desk/fragment.ts';
import type { DeskAction } from '../../core/operations/desk/keys.ts';
import { permalink } from '../../core/operations/desk/permalink.ts';
import { identifiersIn, searchText, summaryOf } from '../../core/operations/desk/ticketText.ts';
import { leaveHandOver } from '../../core/operations/handOver.ts';
import { findSecrets } from '../../core/privacy/secrets.ts';
import type { Suggestion } from '../../core/retrieval/suggest.ts';
import { copyToClipboard } from './clipboard.ts';
import { cardsView, type CardActions } from './deskCards.ts';
import { DeskCounts } from './deskCounts.ts';
import type { DeskData } from './deskData.ts';
import { DeskFlag } from './deskFlag.ts';
import { DeskKeys } from './deskKeys.ts';
import { DeskReply } from './deskReply.ts';
import { deskSearch, type SearchNews } from './deskSearch.ts';
import { DeskTicket } from './deskTicket.ts';
import { say } from './verifyWords.ts';

/** Long enough not to search on every key. */
const PAUSE_MS = 120;
/** How long what was done stays on the screen. */
const SAID_MS = 6_000;

/** The page /desk/: from a ticket to an article and a reply. Nothing of a ticket leaves it but by a press of the agent. */
export class DeskElement extends HTMLElement {
  #data!: DeskData;
  #ticket!: DeskTicket;
  #reply!: DeskReply;
  #flag!: DeskFlag;
  #counts!: DeskCounts;
  #keys!: DeskKeys;
  #ask!: (text: string, language: Language) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #quiet: ReturnType<typeof setTimeout> | undefined;
  #suggestions: readonly Suggestion[] = [];
  #chosen: string | undefined;
  #state: 'idle' | 'loading' | 'failed' | 'answered' = 'idle';
  #isDense = false;
  #asked = '';

  connectedCallback(): void {
    this.#data = JSON.parse(this.querySelector('script[type="application/json"]')!.textContent) as DeskData;
    const arrived = this.#takeFragment();
    this.#ticket = new DeskTicket(this.querySelector('.fl-ticket')!, this.#data, () => this.#changed());
    this.#reply = new DeskReply(this.querySelector('.fl-reply')!, this.#data);
    this.#flag = new DeskFlag(this.querySelector('.fl-flag')!, this.#data);
    this.#counts = new DeskCounts(this.querySelector('.fl-counts')!, this.#data);
    this.#keys = new DeskKeys(this.querySelector('.fl-keys')!);
    this.#ask = deskSearch(this.#data.base, this.#data.language, (news) => this.#hear(news));
    document.addEventListener('keydown', (event) => this.#pressed(event));
    window.addEventListener('hashchange', () => this.#arrive(this.#takeFragment()));
    for (const [name, act] of Object.entries(this.#buttons)) {
      this.querySelector(`[data-do="${name}"]`)!.addEventListener('click', act);
    }
    const desk = new URL(this.#data.hrefs.desk, location.href).href;
    this.querySelector('.fl-bookmarklet')!.setAttribute('href', bookmarklet(desk));
    this.#ticket.focus();
    this.#arrive(arrived);
  }

  readonly #buttons: Readonly<Record<string, () => void>> = {
    new: () => this.#next(),
    keys: () => this.#keys.open(),
    copyText: () => void this.#copyReply('text'),
    copyHtml: () => void this.#copyReply('html'),
    copyMarkdown: () => void this.#copyReply('markdown'),
    flag: () => this.#cardActions.flag(),
    escalate: () => this.#escalate(),
  };

  readonly #cardActions: CardActions = {
    choose: (slug) => this.#choose(slug),
    link: () => this.#copyLink((_, address) => address, 'said.link'),
    markdown: () => this.#copyLink((title, address) => `[${title}](${address})`, 'said.markdown'),
    reply: () => this.#openReply(),
    escalate: () => this.#escalate(),
    flag: () => this.#flag.open(this.#chosen, this.#ticket.language, this.#ticket.text),
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
      this.#suggestions = [];
      this.#chosen = undefined;
      this.#asked = '';
      this.#show('idle');
      return;
    }
    if (this.#reply.isOpen) this.#reply.speak(language);
    if (this.#state === 'idle') this.#show('loading');
    this.#timer = setTimeout(() => {
      this.#asked = searchText(text);
      this.#ask(this.#asked, language);
    }, PAUSE_MS);
  }

  #hear(news: SearchNews): void {
    if (news.type === 'failed') return this.#show('failed');
    if (news.type === 'ready') {
      this.#isDense = news.isDense;
      return;
    }
    // The box was emptied while the answer was on its way.
    if (this.#asked === '') return;
    this.#suggestions = news.suggestions;
    const slugs = news.suggestions.map(({ slug }) => slug);
    if (this.#chosen === undefined || !slugs.includes(this.#chosen)) this.#chosen = slugs[0];
    this.#counts.looked(this.#ticket.language);
    this.#show('answered');
  }

  #show(state: 'idle' | 'loading' | 'failed' | 'answered'): void {
    this.#state = state;
    const { say: strings } = this.#data;
    const count = this.#suggestions.length;
    const said =
      state === 'answered' && count > 0
        ? say(strings, count === 1 ? 'results.count.one' : 'results.count.many', { count: String(count) }) +
          (this.#isDense ? '' : ` · ${say(strings, 'results.rough')}`)
        : say(strings, `results.${state === 'answered' ? 'none' : state}`);
    const status = this.querySelector('.fl-said')!;
    if (status.textContent !== said) status.textContent = said;
    const place = this.querySelector('.fl-list')!;
    const focused = place.contains(document.activeElement)
      ? (document.activeElement as HTMLElement).closest<HTMLElement>('.fl-card')?.dataset['slug']
      : undefined;
    place.replaceChildren(
      ...(count === 0
        ? []
        : [cardsView(this.#suggestions, this.#chosen, this.#data, this.#cardActions, Date.now())]),
    );
    if (focused !== undefined) this.#focusCard(focused);
    this.querySelector<HTMLElement>('.fl-none')!.hidden = !(state === 'answered' && count === 0);
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
        const slug = this.#suggestions[action.place]?.slug;
        if (slug !== undefined) this.#choose(slug);
        return;
      }
      case 'link':
      case 'markdown':
      case 'reply':
      case 'escalate':
      case 'flag':
        this.#cardActions[action.do]();
        return;
      case 'open':
        if (this.#chosen === undefined) return this.#tell('said.nothing');
        window.open(permalink(this.#data.base, this.#chosen, this.#data.language), '_blank', 'noopener');
        return;
      case 'language':
        this.#ticket.switchLanguage();
        this.#changed();
        return;
      case 'new':
        return this.#next();
      case 'box':
        return this.#ticket.focus();
      case 'leave':
        return this.#leave();
      case 'keys':
        return this.#keys.open();
      case 'copy':
        if (this.#reply.isOpen) void this.#copyReply('text');
        else this.#openReply();
    }
  }

  #choose(slug: string): void {
    this.#chosen = slug;
    this.#show(this.#state);
    this.#focusCard(slug);
    if (this.#reply.isOpen && this.#isPublic(slug)) this.#openReply();
  }

  #openReply(): void {
    if (this.#chosen === undefined) return this.#tell('said.nothing');
    if (!this.#isPublic(this.#chosen)) return this.#tell('reply.internal');
    this.#reply.open(this.#chosen, this.#ticket.language, this.#known());
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
    const slug = this.#chosen;
    if (slug === undefined) return this.#tell('said.nothing');
    const { articles, publicSite, base } = this.#data;
    const { language } = this.#ticket;
    // What customers cannot read is linked where agents can.
    const site = this.#isPublic(slug) ? publicSite : new URL(base, location.href).href;
    const title = articles[slug]?.title[language] ?? slug;
    const copying = copyToClipboard(form(title, permalink(site, slug, language)));
    void this.#copied(copying, said, { title }).then(
      (isCopied) => isCopied && this.#counts.linked(slug, language),
    );
  }

  async #copyReply(form: 'text' | 'html' | 'markdown'): Promise<void> {
    const reply = this.#reply.toCopy();
    if (reply.is === 'none') return this.#tell('said.nothing');
    if (reply.is === 'missing') {
      const { language } = this.#data;
      this.#tell('reply.missing', { names: reply.labels.join(language === 'zh-CN' ? '、' : ', ') });
      return this.#reply.focus();
    }
    const { text, html, markdown } = reply.forms;
    const { language } = this.#ticket;
    const copying = form === 'html' ? copyToClipboard(text, html) : copyToClipboard({ text, markdown }[form]);
    const isCopied = await this.#copied(copying, `said.${form === 'markdown' ? 'replyMarkdown' : form}`);
    if (isCopied) this.#counts.linked(reply.slug, language);
  }

  async #copied(copying: Promise<boolean>, said: string, values: Readonly<Record<string, string>> = {}) {
    const isCopied = await copying;
    this.#tell(isCopied ? said : 'said.failed', values);
    return isCopied;
  }

  #escalate(): void {
    const { text, language } = this.#ticket;
    const articles = [
      ...new Set([...this.#counts.slugs, ...(this.#chosen === undefined ? [] : [this.#chosen])]),
    ];
    const handOver = {
      summary: summaryOf(text),
      steps: [],
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

  /** Out of a field, to where single keys work. */
  #leave(): void {
    if (this.#chosen === undefined) this.querySelector<HTMLElement>('.fl-results h2')!.focus();
    else this.#focusCard(this.#chosen);
  }

  #focusCard(slug: string): void {
    this.querySelector<HTMLElement>(`.fl-card[data-slug="${CSS.escape(slug)}"] .fl-choose`)?.focus();
  }

  #tell(key: string, values: Readonly<Record<string, string>> = {}): void {
    const status = this.querySelector('.fl-status')!;
    const said = say(this.#data.say, key, values);
    clearTimeout(this.#quiet);
    // The same again is said again.
    status.textContent = '';
    requestAnimationFrame(() => (status.textContent = said));
    this.#quiet = setTimeout(() => (status.textContent = ''), SAID_MS);
  }
}
