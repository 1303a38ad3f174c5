import type { Language } from '../core/article/language.ts';
import { TicketNotDelivered, type Receipt, type TicketRefused } from '../core/deflection/outcome.ts';
import type { TicketTarget } from '../core/deflection/ticketTarget.ts';
import { button, element } from './element.ts';
import type { FormStrings } from './formStrings.ts';
import { STRINGS } from './strings.ts';
import { panel, verifyLink } from './view.ts';

export interface OutcomeContext {
  readonly kb: string;
  readonly language: Language;
  readonly strings: FormStrings;
  /** An email address to fall back on; '' if there is none. */
  readonly support: string;
  /** What happens next, as the page says it; '' for the usual. */
  readonly next: string;
  readonly again: () => void;
  readonly copy: () => Promise<unknown>;
  readonly mail: (address: string) => Promise<unknown>;
}

export function sendingView({ sending }: FormStrings): HTMLElement {
  return announced('sending', element('p', {}, sending));
}

/** What stands there once a ticket is on its way: the reference, what happens next, and how to know that it is us. */
export function sentView(target: TicketTarget, receipt: Receipt, context: OutcomeContext): HTMLElement {
  const { strings } = context;
  const { reference, remainder, isCopied } = receipt;
  if (target.kind === 'copy')
    return announced('sent', element('p', {}, strings.copiedAll), ...reminder(context));
  if (target.kind === 'mailto') {
    return announced(
      'sent',
      element('p', {}, strings.openedMail),
      ...(remainder === undefined ? [] : [element('p', {}, strings.remainder(isCopied === true))]),
      ...(remainder === undefined || isCopied ? [] : [copyButton(() => copyText(remainder), strings)]),
      ...(context.support
        ? [element('p', {}, `${strings.noMail} `, orWrite(context)), copyButton(context.copy, strings)]
        : []),
      ...reminder(context),
    );
  }
  return announced(
    'sent',
    element('h2', {}, strings.sent(reference)),
    element('p', {}, context.next || strings.next),
    ...reminder(context),
  );
}

/** Why it was not sent, and the other ways: the text is still in the form. */
export function notSentView(error: TicketRefused | TicketNotDelivered, context: OutcomeContext): HTMLElement {
  const { strings, support, language } = context;
  if (!(error instanceof TicketNotDelivered)) {
    const kinds = error.secrets.map((kind) => STRINGS[language].secrets[kind]);
    const why = kinds.length > 0 ? STRINGS[language].blocked(kinds.join(', ')) : strings.refused;
    return announced('refused', element('p', {}, why));
  }
  const { mayHaveArrived, retryAfterMs } = error;
  const again =
    retryAfterMs === undefined ? [] : [element('p', {}, strings.retryAfter(Math.ceil(retryAfterMs / 1000)))];
  const shown = announced(
    'not-sent',
    element('p', {}, mayHaveArrived ? strings.mayHaveArrived : strings.notDelivered),
    ...again,
    element(
      'div',
      { class: 'actions' },
      ...(mayHaveArrived ? [] : [button(strings.tryAgain, context.again, 'main')]),
      copyButton(context.copy, strings),
      ...(support ? [button(strings.mail, () => void context.mail(support).catch(() => undefined))] : []),
    ),
    ...(support ? [element('p', {}, orWrite(context))] : []),
  );
  shown.classList.add('warning');
  return shown;
}

function orWrite({ support }: OutcomeContext): HTMLElement {
  return element('a', { href: `mailto:${support}` }, support);
}

/** What everybody should know while they wait for an answer. */
function reminder({ strings, kb, language }: OutcomeContext): HTMLElement[] {
  return [element('p', {}, strings.never), element('p', {}, verifyLink(kb, language, strings.official))];
}

/** The button itself says whether it worked: where the person is looking. */
function copyButton(copy: () => Promise<unknown>, strings: FormStrings): HTMLElement {
  const made = button(strings.copy, () => {
    void copy().then(
      () => (made.textContent = strings.copied),
      () => (made.textContent = strings.copyFailed),
    );
  });
  made.setAttribute('aria-live', 'polite');
  return made;
}

async function copyText(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
}

function announced(status: string, ...children: HTMLElement[]): HTMLElement {
  const shown = panel(status, ...children);
  shown.setAttribute('role', 'status');
  return shown;
}
