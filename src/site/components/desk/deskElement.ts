import { caseOf } from '../../../core/operations/desk/caseOf.ts';
import { bookmarklet, readFragment } from '../../../core/operations/desk/fragment.ts';
import type { DeskAction } from '../../../core/operations/desk/keys.ts';
import { permalink } from '../../../core/operations/desk/permalink.ts';
import { takeReply, type ReplyHandOver } from '../../../core/operations/desk/replyHandOver.ts';
import { factsIn } from '../../../core/operations/desk/ticketFacts.ts';
import { searchText } from '../../../core/operations/desk/ticketText.ts';
import { keepVisit, takeVisit, VISIT_KEY, type Visit } from '../../../core/operations/desk/visit.ts';
import { leaveHandOver, type HandOver } from '../../../core/operations/handOver.ts';
import { knownValues } from '../../../core/operations/replies/knownValues.ts';
import { findSecrets } from '../../../core/privacy/secrets.ts';
import type { CardActions } from './deskCards.ts';
import { DeskCopies } from './deskCopies.ts';
import { DeskCounts } from './deskCounts.ts';
import type { DeskData } from './deskData.ts';
import { DeskFlag } from './deskFlag.ts';
import { DeskIncident } from './deskIncident.ts';
import { DeskKeys } from './deskKeys.ts';
import { DeskReply } from './deskReply.ts';
import { DeskResults } from './deskResults.ts';
import { DeskSearch, PATIENCE_MS, type DeskNews } from './deskSearch.ts';
import { DeskStatus } from './deskStatus.ts';
import { DeskTicket } from './deskTicket.ts';
import { isEmptyVisit, resumeVisit, visitOf, type DeskParts } from './deskVisit.ts';
import { sessionStore } from '../sessionStore.ts';
import { say } from '../words.ts';

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
  #copies!: DeskCopies;
  #search!: DeskSearch;
  #status!: DeskStatus;
  /** What stood here before the last new ticket. */
  #last: Visit | undefined;
  /** What the ticket says of its case, and of which text. */
  #facts: { readonly of: string; readonly facts: HandOver['identifiers'] } = { of: '', facts: [] };

  connectedCallback(): void {
    this.#data = JSON.parse(this.querySelector('script[type="application/json"]')!.textContent) as DeskData;
    const arrived = this.#takeFragment();
    const part = <Part extends HTMLElement>(name: string): Part => this.querySelector<Part>(`.fl-${name}`)!;
    this.#ticket = new DeskTicket(part('ticket'), this.#data, (what) => this.#changed(what));
    this.#results = new DeskResults(part('results'), this.#data, this.#actions);
    this.#incident = new DeskIncident(
      part('known'),
      this.#data,
      () => this.#copies.known(),
      (line) => {
        this.#status.say(line);
        this.#reply.refresh();
      },
    );
    this.#reply = new DeskReply(part('reply'), this.#data, (language) => this.#incident.lineIn(language));
    this.#flag = new DeskFlag(part('flag'), this.#data);
    this.#counts = new DeskCounts(part('counts'), this.#data);
    this.#keys = new DeskKeys(part('keys'));
    this.#copies = new DeskCopies(
      this.#data,
      { ticket: this.#ticket, results: this.#results, incident: this.#incident, reply: this.#reply },
      this.#counts,
      (key, values) => this.#tell(key, values),
    );
    this.#search = new DeskSearch(this.#data, (news) => this.#hear(news));
    document.addEventListener('keydown', (event) => this.#pressed(event));
    window.addEventListener('hashchange', () => this.#arrive(this.#takeFragment(), undefined));
    window.addEventListener('pagehide', () => keepVisit(sessionStore(), visitOf(this.#parts)));
    // The page came back whole: what was kept of it is older than what stands on it.
    window.addEventListener('pageshow', ({ persisted }) => {
      if (persisted) sessionStore().removeItem(VISIT_KEY);
    });
    for (const [name, act] of Object.entries(this.#buttons)) {
      this.querySelector(`[data-do="${name}"]`)!.addEventListener('click', act);
    }
    part('bookmarklet').setAttribute('href', bookmarklet(new URL(this.#data.hrefs.desk, location.href).href));
    this.#status = new DeskStatus(part('status'));
    this.#ticket.focus();
    const visit = takeVisit(sessionStore());
    if (visit) this.#resume(visit);
    this.#arrive(arrived, takeReply(sessionStore()));
  }

  readonly #buttons: Readonly<Record<string, () => void>> = {
    new: () => this.#next(),
    undo: () => this.#undo(),
    keys: () => this.#keys.open(),
    copyText: () => void this.#copies.reply('text'),
    copyHtml: () => void this.#copies.reply('html'),
    copyMarkdown: () => void this.#copies.reply('markdown'),
    flag: () => this.#actions.flag(),
    escalate: () => this.#escalate(),
  };

  readonly #actions: CardActions = {
    choose: (slug) => this.#choose(slug),
    link: () => this.#settled(() => this.#copies.link((_, address) => address, 'said.link')),
    markdown: () =>
      this.#settled(() => this.#copies.link((title, address) => `[${title}](${address})`, 'said.markdown')),
    reply: () => this.#settled(() => this.#openReply()),
    escalate: () => this.#escalate(),
    flag: () => this.#flag.open(this.#results.chosen, this.#ticket.language, this.#ticket.text),
  };

  /** Reads what the address brought along, and takes it out of the address before anything else happens. */
  #takeFragment() {
    const { hash, pathname, search } = location;
    if (hash !== '') history.replaceState(null, '', pathname + search);
    return readFragment(hash);
  }

  /** @param walk what a triage left that ended in a reply */
  #arrive(
    { text, isCut, reply: id }: ReturnType<typeof readFragment>,
    walk: ReplyHandOver | undefined,
  ): void {
    if (text !== undefined) {
      this.#next();
      this.#ticket.text = text;
      if (isCut) this.#ticket.markCut();
    }
    const isWalks = walk !== undefined && walk.reply === id;
    if (isWalks) this.#ticket.override = walk.language;
    if (this.#ticket.text.trim() !== '') this.#changed('text');
    const reply = this.#data.replies.find((known) => known.id === id);
    if (!reply) return;
    const known = { ...this.#known(), ...(isWalks && knownValues(walk.identifiers)) };
    this.#reply.open(reply.article, this.#ticket.language, known, reply.id);
  }

  #changed(what: 'text' | 'language'): void {
    const { text, language } = this.#ticket;
    const isEmpty = text.trim() === '';
    // What waited was asked of another text.
    if (this.#search.isWaiting) this.#status.say('');
    // A reply that a triage ended in has no ticket, and may still be wanted in the other language.
    if (this.#reply.isOpen && (!isEmpty || what === 'language')) this.#reply.speak(language);
    if (!isEmpty) {
      if (this.#results.state === 'idle') this.#results.show('loading');
      return this.#search.ask(searchText(text), language);
    }
    this.#search.stop();
    if (what === 'language') return;
    this.#counts.nextTicket();
    this.#reply.close();
    this.#incident.look(undefined);
    this.#results.clear();
  }

  #hear(news: DeskNews): void {
    if (news.type === 'failed') return this.#results.show('failed');
    const { text, language } = this.#ticket;
    this.#counts.looked(language);
    this.#results.answer(news.suggestions, news.by);
    this.#incident.look({ text, slugs: this.#results.slugs, language });
  }

  /** What is done with the first article waits until it is the right one; what the agent chose is right. */
  #settled(act: () => void): void {
    if (this.#results.own !== undefined && this.#results.own === this.#results.chosen) return act();
    const then = (): void => {
      this.#status.say('');
      act();
    };
    const isDone = this.#search.whenSettled(then, () => this.#tell('said.late'));
    if (!isDone) this.#status.say(say(this.#data.say, 'said.waiting'), PATIENCE_MS);
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
        return this.#copies.known();
      case 'open':
        return this.#openArticle();
      case 'language':
        this.#ticket.switchLanguage();
        return this.#changed('language');
      case 'triage':
        return this.#settled(() => location.assign(this.#results.trees[0]?.href ?? this.#data.hrefs.triage));
      case 'new':
        return this.#next();
      case 'undo':
        return this.#undo();
      case 'box':
        return this.#ticket.focus();
      case 'leave':
        return this.#results.focus();
      case 'keys':
        return this.#keys.open();
      case 'copy':
        if (this.#reply.isOpen) void this.#copies.reply('text');
        else this.#actions.reply();
    }
  }

  #choose(slug: string): void {
    this.#results.choose(slug);
    if (this.#reply.isOpen && this.#data.articles[slug]?.audience === 'public') this.#openReply();
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

  /** What the ticket says already of what replies ask for. */
  #known(): Readonly<Record<string, string>> {
    return knownValues(this.#factsOf(this.#ticket.text));
  }

  #factsOf(text: string): HandOver['identifiers'] {
    if (this.#facts.of !== text) this.#facts = { of: text, facts: factsIn(text) };
    return this.#facts.facts;
  }

  #escalate(): void {
    const { text, language } = this.#ticket;
    const articles = [...new Set([...this.#counts.slugs, this.#results.chosen ?? []].flat())];
    const known = { identifiers: this.#factsOf(text), articles, language };
    const handOver = caseOf(text, this.#data.language, (each) => this.#incident.stepIn(each), known);
    if (leaveHandOver(sessionStore(), handOver, findSecrets)) location.assign(this.#data.hrefs.escalate);
    else this.#tell('said.notLeft');
  }

  #next(): void {
    const visit = visitOf(this.#parts);
    this.#ticket.text = '';
    this.#changed('text');
    this.#ticket.focus();
    if (!isEmptyVisit(visit)) {
      this.#last = visit;
      this.#tell('said.new');
    }
    this.#showUndo();
  }

  /** One slip of a finger must not cost a reply. */
  #undo(): void {
    const last = this.#last;
    if (!last) return;
    this.#last = undefined;
    this.#ticket.text = '';
    this.#changed('text');
    this.#resume(last);
    this.#showUndo();
  }

  #showUndo(): void {
    this.querySelector<HTMLElement>('[data-do="undo"]')!.hidden = this.#last === undefined;
  }

  #resume(visit: Visit): void {
    resumeVisit(visit, this.#parts, () => this.#changed('text'));
  }

  get #parts(): DeskParts {
    return { ticket: this.#ticket, results: this.#results, reply: this.#reply, counts: this.#counts };
  }

  #tell(key: string, values: Readonly<Record<string, string>> = {}): void {
    this.#status.say(say(this.#data.say, key, values));
  }
}
