import { articlePath } from '../core/article/language.ts';
import type { DeflectionState } from '../core/deflection/deflection.ts';
import { button, element, panel, row } from './element.ts';
import { secretNames } from './secretNames.ts';
import { STRINGS } from './strings.ts';
import { verifyFoot } from './verifyLink.ts';
import type { ViewContext } from './view.ts';

/** Where to read what to do when a secret has been seen: one page for what opens the wallet, one for the rest. */
const EXPOSED_WALLET = 'security/recovery-phrase-exposed';
const EXPOSED_OTHER = 'security/phishing-and-fake-support';

type Blocked = Extract<DeflectionState, { status: 'blocked' }>;

/** Why nothing is sent, what to do if somebody has seen the secret, and one press that takes it out. */
export function blockedView(state: Blocked, proceed: HTMLElement, context: ViewContext): HTMLElement {
  const { language, kb, actions } = context;
  const strings = STRINGS[language];
  const opensWallet = state.secrets.some((kind) => kind === 'recovery-phrase' || kind === 'private-key');
  const help = new URL(articlePath(opensWallet ? EXPOSED_WALLET : EXPOSED_OTHER, language).slice(1), kb);
  const link = element(
    'a',
    { href: help.href, target: '_blank', rel: 'noopener' },
    opensWallet ? strings.blockedLinkWallet : strings.blockedLinkOther,
  );
  const shown = panel(
    'blocked',
    element('h2', {}, strings.blocked(secretNames(state.secrets, language))),
    element('p', {}, opensWallet ? strings.blockedWhyWallet : strings.blockedWhyOther),
    element('p', {}, link),
    row(button(strings.blockedAction, actions.removeSecrets, 'main'), proceed),
    verifyFoot(context),
  );
  shown.classList.add('warning');
  return shown;
}
