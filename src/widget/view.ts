import { articlePath, type Language } from '../core/article/language.ts';
import type { DeflectionState } from '../core/deflection/deflection.ts';
import type { Suggestion } from '../core/retrieval/suggest.ts';
import { STRINGS, type Strings } from './strings.ts';

/** What a person can do in the panel. */
export interface Actions {
  readonly open: (suggestion: Suggestion) => void;
  readonly solve: (suggestion: Suggestion) => void;
  readonly dismiss: () => void;
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
  readonly actions: Actions;
}

/** Where to read what to do when a secret has been seen: one page for what opens the wallet, one for the rest. */
const EXPOSED_WALLET = 'security/recovery-phrase-exposed';
const EXPOSED_OTHER = 'security/phishing-and-fake-support';

/** The panel's content for a state; undefined when there is nothing to show. */
export function view(state: DeflectionState, context: ViewContext): HTMLElement | undefined {
  const strings = STRINGS[context.language];
  const { actions } = context;
  switch (state.status) {
    case 'idle':
    case 'failed':
      return undefined;
    case 'loading':
      return panel('loading', element('p', {}, strings.loading));
    case 'abstained':
      return panel('abstained', element('p', {}, strings.abstained));
    case 'ready':
      return panel(
        'ready',
        element('h2', {}, strings.heading),
        element(
          'ul',
          {},
          ...state.suggestions.map((suggestion) => element('li', {}, link(suggestion, context, strings))),
        ),
        element(
          'div',
          { class: 'actions' },
          button(strings.solvedButton, () => actions.solve(state.suggestions[0]!), 'main'),
          button(strings.stillButton, actions.dismiss),
        ),
      );
    case 'solved':
      return panel(
        'solved',
        element('p', {}, strings.solved),
        button(strings.solvedAnother, actions.restart),
      );
    case 'dismissed':
      return panel(
        'dismissed',
        element('p', {}, strings.dismissed),
        button(strings.showAgain, actions.again),
      );
    case 'blocked': {
      const kinds = state.secrets
        .map((kind) => strings.secrets[kind])
        .join(context.language === 'en' ? ', ' : '、');
      const opensWallet = state.secrets.some((kind) => kind === 'recovery-phrase' || kind === 'private-key');
      const slug = opensWallet ? EXPOSED_WALLET : EXPOSED_OTHER;
      const help = new URL(articlePath(slug, context.language).slice(1), context.kb);
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
        element('div', { class: 'actions' }, button(strings.blockedAction, actions.removeSecrets, 'main')),
      );
      shown.classList.add('warning');
      return shown;
    }
  }
}

/** What a screen reader is told about a state, once it has settled; '' says nothing. */
export function announcement(state: DeflectionState, language: Language): string {
  const strings = STRINGS[language];
  switch (state.status) {
    case 'ready':
      return strings.announce(state.suggestions.length);
    case 'abstained':
      return strings.abstained;
    case 'blocked':
      return strings.blocked(state.secrets.map((kind) => strings.secrets[kind]).join(', '));
    case 'solved':
      return strings.solved;
    case 'dismissed':
      return strings.dismissed;
    default:
      return '';
  }
}

function link(suggestion: Suggestion, { kb, language, actions }: ViewContext, strings: Strings): HTMLElement {
  const { passage } = suggestion;
  const url = new URL(articlePath(suggestion.slug, suggestion.language).slice(1), kb);
  url.hash = passage.anchor;
  const foreign = suggestion.language !== language;
  const title = element('span', { class: 'title', part: 'title' }, suggestion.title);
  if (foreign) title.append(element('span', { class: 'language' }, strings.inOtherLanguage));
  const anchor = element(
    'a',
    {
      class: 'suggestion',
      part: 'suggestion',
      href: url.href,
      target: '_blank',
      rel: 'noopener',
      lang: suggestion.language,
    },
    title,
    element(
      'span',
      { class: 'passage', part: 'passage' },
      [passage.heading, passage.text].filter(Boolean).join(' — '),
    ),
    element('span', { class: 'visually-hidden', lang: language }, `(${strings.open})`),
  );
  anchor.addEventListener('click', () => actions.open(suggestion));
  return anchor;
}

/** What became of sending; `address` is where to write instead, `copy` takes the message along. */
export function messageView(
  sentence: string,
  strings: Strings,
  address = '',
  copy?: () => void,
): HTMLElement {
  const paragraph = element('p', {}, sentence);
  if (address) paragraph.append(' ', element('a', { href: `mailto:${address}` }, address));
  return panel('message', paragraph, ...(copy ? [button(strings.copy, copy)] : []));
}

/** Focusable by script, so that focus has somewhere to go when the button that was pressed goes away. */
function panel(status: string, ...children: HTMLElement[]): HTMLElement {
  return element('section', { class: 'panel', part: `panel ${status}`, tabindex: '-1' }, ...children);
}

function button(label: string, act: () => void, kind = ''): HTMLElement {
  // type=button: the panel sits inside the form, and must not send it.
  const made = element('button', { type: 'button', part: 'button', class: kind }, label);
  made.addEventListener('click', act);
  return made;
}

/** Text goes in as text: nothing an article or a person wrote is ever parsed as HTML. */
function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  ...children: (string | HTMLElement)[]
): HTMLElement {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}
