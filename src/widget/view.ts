import type { Language } from '../core/article/language.ts';
import {
  REJECTION_REASONS,
  type DeflectionState,
  type RejectionReason,
} from '../core/deflection/deflection.ts';
import type { Suggestion } from '../core/retrieval/suggest.ts';
import { blockedView } from './blockedView.ts';
import { button, element, panel, row } from './element.ts';
import { STRINGS, type Strings } from './strings.ts';
import { suggestionCard, suggestionUrl } from './suggestionCard.ts';
import { verifyFoot, verifyLink } from './verifyLink.ts';

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

/** The panel's content for a state; undefined when there is nothing to show. */
export function view(state: DeflectionState, context: ViewContext): HTMLElement | undefined {
  const strings = STRINGS[context.language];
  const { actions } = context;
  const proceed = (): HTMLElement => button(strings.continueButton, actions.proceed, 'plain');
  switch (state.status) {
    case 'idle':
      return undefined;
    case 'loading':
    case 'failed':
      return panel(state.status, element('p', {}, strings[state.status]), row(proceed()));
    case 'abstained':
      return panel('abstained', element('p', {}, strings.abstained), row(proceed()), verifyFoot(context));
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
        // Whoever is to act now has it at hand above.
        ...(state.suggestions[0]?.urgent === undefined ? [verifyFoot(context)] : []),
      );
    case 'reading':
      return reading(state.suggestion, strings, context, proceed());
    case 'solved':
      return panel(
        'solved',
        element('p', {}, strings.solved),
        row(button(strings.solvedAnother, actions.restart), proceed()),
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
      return blockedView(state, proceed(), context);
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
  context: ViewContext,
  proceed: HTMLElement,
): HTMLElement {
  const { kb, actions, article } = context;
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
    verifyFoot(context),
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
