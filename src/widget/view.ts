import { articlePath, type Language } from '../core/article/language.ts';
import type { DeflectionState } from '../core/deflection/deflection.ts';
import type { Suggestion } from '../core/retrieval/suggest.ts';
import { button, element } from './element.ts';
import { STRINGS, type Strings } from './strings.ts';
import { suggestionLink } from './suggestionLink.ts';

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
    case 'ready': {
      const warning = alarm(state);
      return panel(
        'ready',
        ...(warning === '' ? [] : [urgentBlock(warning, strings)]),
        element('h2', {}, strings.heading),
        element(
          'ul',
          {},
          ...state.suggestions.map((suggestion) =>
            element('li', {}, suggestionLink(suggestion, { ...context, strings, open: actions.open })),
          ),
        ),
        element(
          'div',
          { class: 'actions' },
          button(strings.solvedButton, () => actions.solve(state.suggestions[0]!), 'main'),
          button(strings.stillButton, actions.dismiss),
        ),
      );
    }
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

/** What a screen reader is told at once: what to do now, if the text is urgent; '' otherwise. */
export function alarm(state: DeflectionState): string {
  return (state.status === 'ready' && state.suggestions[0]?.urgent) || '';
}

/** Not itself an alert: it is made anew with the panel, and would be read out each time. */
function urgentBlock(warning: string, strings: Strings): HTMLElement {
  return element(
    'div',
    { class: 'urgent', part: 'urgent' },
    element('h2', {}, strings.urgentHeading),
    element('p', {}, warning),
  );
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
