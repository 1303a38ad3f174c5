import { articlePath, LOCALE_FOLDERS, type Language } from '../core/article/language.ts';
import {
  REJECTION_REASONS,
  type DeflectionState,
  type RejectionReason,
} from '../core/deflection/deflection.ts';
import type { Suggestion } from '../core/retrieval/suggest.ts';
import { button, element } from './element.ts';
import { STRINGS, type Strings } from './strings.ts';
import { suggestionCard, suggestionUrl } from './suggestionCard.ts';

/** What a person can do in the panel. */
export interface Actions {
  readonly openHere: (suggestion: Suggestion) => void;
  readonly openTab: (suggestion: Suggestion) => void;
  readonly close: () => void;
  readonly solve: (suggestion: Suggestion | undefined) => void;
  readonly reject: (reason?: RejectionReason) => void;
  readonly proceed: () => void;
  /** Shows the articles again. */
  readonly again: () => void;
  /** Empties the form for another question. */
  readonly restart: () => void;
  readonly removeSecrets: () => void;
}

export interface ViewContext {
  readonly language: Language;
  /** Absolute address of the knowledge base. */
  readonly kb: string;
  /** Now, in milliseconds since 1970. */
  readonly now: number;
  readonly actions: Actions;
  /** The body of the article that is being read; what is in it comes when it is there. */
  readonly article: (suggestion: Suggestion) => HTMLElement;
}

/** Where to read what to do when a secret has been seen: one page for what opens the wallet, one for the rest. */
const EXPOSED_WALLET = 'security/recovery-phrase-exposed';
const EXPOSED_OTHER = 'security/phishing-and-fake-support';

/** The panel's content for a state; undefined when there is nothing to show. */
export function view(state: DeflectionState, context: ViewContext): HTMLElement | undefined {
  const strings = STRINGS[context.language];
  const { actions } = context;
  const proceed = (): HTMLElement => button(strings.continueButton, actions.proceed, 'plain');
  switch (state.status) {
    case 'idle':
      return undefined;
    case 'loading':
    case 'abstained':
    case 'failed':
      return panel(state.status, element('p', {}, strings[state.status]), row(proceed()));
    case 'ready':
      return panel(
        'ready',
        ...urgentBlock(state, strings, context),
        element('h2', {}, strings.heading),
        element(
          'ul',
          {},
          ...state.suggestions.map((suggestion) =>
            suggestionCard(suggestion, { ...context, ...actions, strings }),
          ),
        ),
        choices(undefined, strings, actions, proceed()),
      );
    case 'reading':
      return reading(state.suggestion, strings, context, proceed());
    case 'solved':
      return panel(
        'solved',
        element('p', {}, strings.solved),
        row(button(strings.solvedAnother, actions.restart)),
      );
    case 'rejected':
      return panel(
        'rejected',
        element('p', {}, state.reason ? strings.thanks : strings.rejected),
        ...(state.reason ? [] : [reasons(strings, actions)]),
        row(proceed(), button(strings.showAgain, actions.again, 'plain')),
      );
    case 'continued':
      return panel(
        'continued',
        element('p', {}, strings.continued),
        row(button(strings.showAgain, actions.again, 'plain')),
      );
    case 'blocked':
      return blocked(state, strings, context);
  }
}

/** The last row of choices; `suggestion` is the one they are about, if it is one. */
function choices(
  suggestion: Suggestion | undefined,
  strings: Strings,
  actions: Actions,
  proceed: HTMLElement,
): HTMLElement {
  return row(
    button(strings.solvedButton, () => actions.solve(suggestion), 'main'),
    button(strings.rejectButton, () => actions.reject()),
    proceed,
  );
}

function reading(
  suggestion: Suggestion,
  strings: Strings,
  { kb, actions, article }: ViewContext,
  proceed: HTMLElement,
): HTMLElement {
  const tab = element(
    'a',
    { class: 'tab', href: suggestionUrl(suggestion, kb).href, target: '_blank', rel: 'noopener' },
    strings.openTab,
  );
  tab.addEventListener('click', () => actions.openTab(suggestion));
  return panel(
    'reading',
    element('div', { class: 'bar' }, button(`← ${strings.back}`, actions.close, 'plain'), tab),
    element('h2', { lang: suggestion.language }, suggestion.title),
    article(suggestion),
    choices(suggestion, strings, actions, proceed),
  );
}

function reasons(strings: Strings, actions: Actions): HTMLElement {
  const group = row(
    ...REJECTION_REASONS.map((reason) => button(strings.reasons[reason], () => actions.reject(reason))),
  );
  group.setAttribute('role', 'group');
  group.setAttribute('aria-label', strings.why);
  return element('div', { class: 'why' }, element('p', {}, strings.why), group);
}

function blocked(
  { secrets }: Extract<DeflectionState, { status: 'blocked' }>,
  strings: Strings,
  { language, kb, actions }: ViewContext,
): HTMLElement {
  const kinds = secrets.map((kind) => strings.secrets[kind]).join(language === 'en' ? ', ' : '、');
  const opensWallet = secrets.some((kind) => kind === 'recovery-phrase' || kind === 'private-key');
  const help = new URL(articlePath(opensWallet ? EXPOSED_WALLET : EXPOSED_OTHER, language).slice(1), kb);
  const shown = panel(
    'blocked',
    element('h2', {}, strings.blocked(kinds)),
    element('p', {}, opensWallet ? strings.blockedWhyWallet : strings.blockedWhyOther),
    element(
      'p',
      {},
      element(
        'a',
        { href: help.href, target: '_blank', rel: 'noopener' },
        opensWallet ? strings.blockedLinkWallet : strings.blockedLinkOther,
      ),
    ),
    row(button(strings.blockedAction, actions.removeSecrets, 'main')),
  );
  shown.classList.add('warning');
  return shown;
}

/** What a screen reader is told about a state, once it has settled; '' says nothing. */
export function announcement(state: DeflectionState, language: Language): string {
  const strings = STRINGS[language];
  switch (state.status) {
    case 'ready':
      return strings.announce(state.suggestions.length);
    case 'abstained':
    case 'failed':
    case 'solved':
    case 'continued':
      return strings[state.status];
    case 'rejected':
      return state.reason ? strings.thanks : strings.rejected;
    default:
      return '';
  }
}

/** What a screen reader is told at once: what to do now, if the text is urgent or holds a secret; '' otherwise. */
export function alarm(state: DeflectionState, language: Language): string {
  if (state.status === 'blocked') {
    const { blocked: sentence, secrets } = STRINGS[language];
    return sentence(state.secrets.map((kind) => secrets[kind]).join(language === 'en' ? ', ' : '、'));
  }
  return (state.status === 'ready' && state.suggestions[0]?.urgent) || '';
}

/** Not itself an alert: it is made anew with the panel, and would be read out each time. */
function urgentBlock(
  { suggestions }: Extract<DeflectionState, { status: 'ready' }>,
  strings: Strings,
  { kb, language }: ViewContext,
): HTMLElement[] {
  const warning = suggestions[0]?.urgent;
  if (warning === undefined) return [];
  return [
    element(
      'div',
      { class: 'urgent', part: 'urgent' },
      element('h2', {}, strings.urgentHeading),
      element('p', {}, warning),
      element('p', {}, verifyLink(kb, language, strings.verify)),
    ),
  ];
}

/** A link to the page that says whether a message is really from us. */
export function verifyLink(kb: string, language: Language, label: string): HTMLElement {
  const folder = LOCALE_FOLDERS[language];
  const { href } = new URL(folder ? `${folder}/verify/` : 'verify/', kb);
  return element('a', { href, target: '_blank', rel: 'noopener' }, label);
}

/** The form cannot be sent from here at all: its text stays, and an address takes its place. */
export function unavailableView(language: Language, support: string): HTMLElement {
  const strings = STRINGS[language];
  const mail = element('a', { href: `mailto:${support}` }, support);
  return panel(
    'not-sent',
    element('p', {}, strings.unavailable),
    ...(support ? [element('p', {}, mail)] : []),
  );
}

function row(...controls: HTMLElement[]): HTMLElement {
  return element('div', { class: 'actions' }, ...controls);
}

/** Focusable by script, so that focus has somewhere to go when the button that was pressed goes away. */
export function panel(status: string, ...children: HTMLElement[]): HTMLElement {
  return element(
    'section',
    { class: `panel ${status}`, part: `panel ${status}`, tabindex: '-1' },
    ...children,
  );
}
