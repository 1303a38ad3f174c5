import { LANGUAGES, type Language } from '../../../core/article/language.ts';
import { layerName, nextName, summaryOf, summaryText } from '../../../core/operations/triage/summary.ts';
import { contactValues } from '../../../core/operations/triage/contactDraft.ts';
import { incidentCommand } from '../../../core/operations/triage/incidentCommand.ts';
import { runbookOf } from '../../../core/operations/triage/treeLinks.ts';
import type { TriageEnd } from '../../../core/operations/triage/triageTree.ts';
import type { Walk } from '../../../core/operations/triage/walk.ts';
import { copyToClipboard } from '../clipboard.ts';
import { actionButton, make } from '../dom.ts';
import { sayIn, type Target, type TriageData } from './triageData.ts';

interface EndActions {
  readonly customer: Language;
  readonly setCustomer: (language: Language) => void;
  readonly escalate: () => void;
  /** The reply with this id is about to be opened. */
  readonly reply: (id: string) => void;
  readonly contact: () => void;
  readonly announce: (text: string) => void;
}

/** Where a walk ends: what was found, what to do, and what is handed on. */
export function endView(
  end: TriageEnd,
  data: TriageData,
  fields: readonly HTMLElement[],
  actions: EndActions,
): HTMLElement {
  const { language } = data;
  const say = sayIn(data);
  const section = make('section', 'fl-end');
  section.dataset['kind'] = end.kind;
  const heading = make('h2', '', end.title[language]);
  heading.id = 'fl-question';
  heading.tabIndex = -1;
  section.setAttribute('aria-labelledby', heading.id);
  const head = make('div', 'fl-end-head');
  head.append(make('p', 'fl-progress', say('walk.found')), heading, make('p', '', end.advice[language]));
  if (isAgents(data)) head.append(factsView(end, data));
  if (end.kind === 'incident') head.append(commandView(end, data, actions));
  head.append(linksView(end, data), buttonsView(end, data, actions));
  section.append(head);
  // What nobody will look up is not asked of anybody.
  if (isAgents(data) || end.kind === 'contact') section.append(...fields);
  return section;
}

/** The summary as text: what is copied, handed over or written into the form is what stands here. */
export function summaryView(walk: Walk, data: TriageData, actions: EndActions): HTMLElement {
  const { tree, language } = data;
  const say = sayIn(data);
  const section = make('section', 'fl-summary');
  const heading = make('h2', '', say('walk.summary'));
  heading.id = 'fl-summary';
  section.setAttribute('aria-labelledby', heading.id);
  section.append(heading);
  if (!isAgents(data)) {
    section.append(
      make('p', '', say('contact.what')),
      textView(contactValues(tree, walk, language, say)['description']!.trim(), language),
    );
    return section;
  }
  section.append(languageChoice(data, actions));
  for (const other of new Set([language, actions.customer])) {
    const words = sayIn(data, other);
    const text = summaryText(summaryOf(tree, walk, other, words), other, words);
    const copy = actionButton(words('agent.copy'), () => {
      void copyToClipboard(text).then((done) =>
        actions.announce(say(done ? 'agent.copied' : 'agent.notCopied')),
      );
    });
    copy.lang = other;
    copy.className = 'fl-quiet';
    section.append(textView(text, other), copy);
  }
  return section;
}

function textView(text: string, language: Language): HTMLElement {
  const view = make('div', 'fl-text', text);
  view.lang = language;
  return view;
}

function factsView(end: TriageEnd, data: TriageData): HTMLElement {
  const say = sayIn(data);
  const facts = make('dl', 'fl-facts');
  const fact = (name: string, value: string): void =>
    facts.append(make('dt', '', name), make('dd', '', value));
  fact(say('agent.next'), nextName(end, say));
  fact(say('agent.layer'), layerName(end, say));
  return facts;
}

/** No team takes an incident that nobody has opened: the line that opens it comes before the escalation. */
function commandView(
  end: Extract<TriageEnd, { kind: 'incident' }>,
  data: TriageData,
  { announce }: EndActions,
): HTMLElement {
  const say = sayIn(data);
  const command = incidentCommand(end);
  const view = make('div', 'fl-command', make('p', '', say('agent.incident')), make('code', '', command));
  const copy = actionButton(say('agent.incidentCopy'), () => {
    void copyToClipboard(command).then((done) => announce(say(done ? 'agent.copied' : 'agent.notCopied')));
  });
  copy.className = 'fl-quiet';
  view.append(copy);
  return view;
}

function linksView(end: TriageEnd, data: TriageData): HTMLElement {
  const { language, articles, trees } = data;
  const list = make('ul', 'fl-links');
  const add = (target: Target | undefined, other?: Target): void => {
    if (!target) return;
    const item = make('li', '', linkTo(target));
    if (other && other.href !== target.href) item.append(' ', alternate(other, language));
    list.append(item);
  };
  const slugs = [end.article, runbookOf(end)].filter((slug) => slug !== undefined);
  if (end.tree !== undefined) add(trees[end.tree]);
  for (const slug of slugs) {
    const inEach = articles[slug] ?? {};
    add(inEach[language], inEach[LANGUAGES.find((other) => other !== language)!]);
  }
  return list;
}

function buttonsView(end: TriageEnd, data: TriageData, actions: EndActions): HTMLElement {
  const say = sayIn(data);
  const row = make('div', 'fl-buttons');
  if (!isAgents(data)) {
    const contact = actionButton(
      say(end.kind === 'contact' ? 'contact.button' : 'contact.notSolved'),
      actions.contact,
    );
    if (end.kind !== 'contact') contact.className = 'fl-quiet';
    row.append(contact);
    return row;
  }
  const reply = data.replies[end.id];
  if (reply !== undefined) {
    const link = linkTo({ href: reply, title: say('agent.reply') });
    link.className = 'fl-button';
    link.addEventListener('click', () => actions.reply(decodeURIComponent(link.hash.replace('#reply=', ''))));
    row.append(link);
  }
  const escalate = actionButton(say('agent.escalate'), actions.escalate);
  if (end.kind !== 'escalation' && end.kind !== 'incident') escalate.className = 'fl-quiet';
  row.append(escalate);
  return row;
}

function languageChoice(data: TriageData, { customer, setCustomer }: EndActions): HTMLElement {
  const say = sayIn(data);
  const row = make('div', 'fl-field fl-customer');
  const select = make('select');
  select.id = 'fl-customer';
  select.append(...LANGUAGES.map((language) => new Option(say(`agent.language.${language}`), language)));
  select.value = customer;
  select.addEventListener('change', () => setCustomer(select.value as Language));
  const label = make('label', '', say('agent.customer'));
  label.htmlFor = select.id;
  row.append(label, select);
  return row;
}

/** Agents may escalate; everybody else writes to us. */
export function isAgents({ hrefs }: TriageData): boolean {
  return hrefs.escalate !== undefined;
}

function linkTo({ href, title }: Target): HTMLAnchorElement {
  const link = make('a', '', title);
  link.href = href;
  return link;
}

/** The same page in the other language, by that language's own name. */
function alternate(target: Target, language: Language): HTMLAnchorElement {
  const link = linkTo({ href: target.href, title: language === 'en' ? '中文' : 'English' });
  link.lang = language === 'en' ? 'zh-CN' : 'en';
  link.title = target.title;
  link.className = 'fl-alternate';
  return link;
}
