import type { Language } from '../core/article/language.ts';
import { TicketNotDelivered, type Receipt, type TicketRefused } from '../core/deflection/outcome.ts';
import { copyButton, copyText } from './copyButton.ts';
import { button, element, panel, row } from './element.ts';
import type { FormStrings } from './formStrings.ts';
import type { OfficialChannel } from './officialChannels.ts';
import { secretNames } from './secretNames.ts';
import { STRINGS } from './strings.ts';
import { verifyLink } from './verifyLink.ts';

export interface OutcomeContext {
  readonly kb: string;
  readonly language: Language;
  readonly strings: FormStrings;
  /** An email address to fall back on; '' if there is none. */
  readonly support: string;
  /** What happens next, as the page says it; '' for the usual. */
  readonly next: string;
  readonly channels: readonly OfficialChannel[];
  readonly again: () => void;
  readonly copy: () => Promise<unknown>;
  readonly mail: (address: string) => void;
}

export function sendingView({ sending }: FormStrings): HTMLElement {
  return panel('sending', element('p', {}, sending));
}

/** It takes so long that somebody may not want to wait. */
export function slowView(context: OutcomeContext, stop: () => void): HTMLElement {
  const { strings } = context;
  return panel(
    'sending',
    element('p', {}, strings.sending),
    element('p', {}, strings.slow),
    row(...otherWays(context), button(strings.stop, stop)),
  );
}

/** What stands there once a ticket is on its way: the reference, what happens next, and how to know that it is us. */
export function sentView(target: Receipt['kind'], receipt: Receipt, context: OutcomeContext): HTMLElement {
  const { strings, kb, language, channels } = context;
  const isHandedOver = target === 'mailto' || target === 'copy';
  const reference = (isHandedOver ? strings.reference : strings.sent)(receipt.reference);
  return panel(
    'sent',
    ...(target === 'mailto' ? mailed(receipt, context) : []),
    ...(target === 'copy' ? [element('p', {}, strings.copiedAll)] : []),
    element('h2', {}, reference),
    element('p', {}, context.next || strings.next),
    element('p', {}, strings.never),
    ...(channels.length > 0
      ? [
          element('p', {}, strings.channels),
          element('ul', { class: 'channels' }, ...channels.map(channelLine)),
        ]
      : []),
    element('p', {}, verifyLink(kb, language, strings.official)),
  );
}

function mailed({ remainder, isCopied }: Receipt, context: OutcomeContext): HTMLElement[] {
  const { strings, language, support, copy } = context;
  const shared = STRINGS[language];
  return [
    element('p', {}, strings.openedMail),
    ...(remainder === undefined ? [] : [element('p', {}, strings.remainder(isCopied === true))]),
    ...(remainder === undefined || isCopied ? [] : [row(copyButton(() => copyText(remainder), shared))]),
    ...(support
      ? [element('p', {}, `${strings.noMail} `, address(support)), row(copyButton(copy, shared))]
      : []),
  ];
}

/** What is wrong besides what the server said. */
export interface Complaints {
  /** Those that no field of the form shows. */
  readonly sentences: readonly string[];
  /** Others stand at fields, where they can be mended. */
  readonly isAtField: boolean;
  /** It has been mended already. */
  readonly isMended: boolean;
}

/** Why it was not sent, and the other ways: the text is still in the form. */
export function notSentView(
  error: TicketRefused | TicketNotDelivered,
  context: OutcomeContext,
  complaints: Complaints = { sentences: [], isAtField: false, isMended: false },
): HTMLElement {
  const { strings, language } = context;
  if (error instanceof TicketNotDelivered) return notDeliveredView(error, context);
  if (error.secrets.length > 0) {
    const why = STRINGS[language].blocked(secretNames(error.secrets, language));
    return panel('refused', element('p', {}, why));
  }
  const { sentences, isAtField, isMended } = complaints;
  const { status, sentence = '' } = error.answer ?? {};
  const isUnsaid = status !== undefined && sentence === '' && sentences.length === 0 && !isAtField;
  const said = [
    ...(sentence === '' ? [] : [strings.said(sentence)]),
    ...(isUnsaid ? [strings.answered(status)] : []),
    ...sentences,
  ];
  return (isAtField ? panel : warning)(
    'refused',
    element('p', {}, isAtField || isMended ? strings.refused : strings.notTaken),
    ...said.map((each) => element('p', { class: 'said' }, each)),
    row(
      ...(isMended ? [button(strings.tryAgain, context.again, 'main')] : []),
      // Nobody may be able to mend it: there is always another way than the one that is closed.
      ...otherWays(context),
    ),
    ...mailLine(context),
  );
}

function notDeliveredView(error: TicketNotDelivered, context: OutcomeContext): HTMLElement {
  const { strings } = context;
  const { mayHaveArrived, retryAfterMs } = error;
  return warning(
    'not-sent',
    element('p', {}, mayHaveArrived ? strings.mayHaveArrived : strings.notDelivered),
    ...(retryAfterMs === undefined
      ? []
      : [element('p', {}, strings.retryAfter(Math.ceil(retryAfterMs / 1000)))]),
    row(...(mayHaveArrived ? [] : [button(strings.tryAgain, context.again, 'main')]), ...otherWays(context)),
    ...mailLine(context),
  );
}

function warning(status: string, ...children: HTMLElement[]): HTMLElement {
  const shown = panel(status, ...children);
  shown.classList.add('warning');
  return shown;
}

function otherWays({ strings, language, support, copy, mail }: OutcomeContext): HTMLElement[] {
  return [
    copyButton(copy, STRINGS[language]),
    ...(support ? [button(strings.mail, () => mail(support))] : []),
  ];
}

/** For a browser that no mail program answers to. */
function mailLine({ support }: OutcomeContext): HTMLElement[] {
  return support ? [element('p', {}, address(support))] : [];
}

function address(support: string): HTMLElement {
  return element('a', { href: `mailto:${support}` }, support);
}

function channelLine({ value, purpose }: OfficialChannel): HTMLElement {
  return element(
    'li',
    {},
    element('strong', { translate: 'no' }, value),
    ...(purpose === '' ? [] : [` ${purpose}`]),
  );
}
