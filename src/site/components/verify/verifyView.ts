import type { Demand } from '../../../core/mining/lures/demands.ts';
import type { OfficialList } from '../../../core/operations/official/officialList.ts';
import type { Judgement, Piece, Verdict } from '../../../core/operations/official/verdict.ts';
import type { Answer } from './verifyAnswer.ts';
import { say, type Strings } from '../words.ts';
import { advice, headOf, reasonsOf } from './verifyWords.ts';

/** What the page gives its script: the list, the words in the page's language, and where to send people. */
export interface VerifyData {
  readonly list: OfficialList;
  readonly say: Strings;
  readonly hrefs: { readonly scam: string; readonly exposed: string; readonly contact: string };
}

interface View {
  readonly element: HTMLElement;
  /** One sentence for screen readers. */
  readonly announcement: string;
}

/** More than anybody reads; the worst come first. */
const SHOWN = 12;
/** A path may be endless; what tells whose it is stands before it. */
const SPELLED = 140;

/** The answer as elements. What was pasted gets in as text only, and never becomes a link. */
export function answerView(answer: Answer, data: VerifyData, clear: () => void): View {
  switch (answer.kind) {
    case 'secret':
      return secretView(answer.secrets, data, clear);
    case 'nothing':
      return nothingView(data.say);
    case 'judged':
      return judgedView(answer.verdict, answer.judgements, data);
    case 'demanding':
      return demandingView(answer.demands, answer.judgements, data);
  }
}

function secretView(
  secrets: Extract<Answer, { kind: 'secret' }>['secrets'],
  { say: strings, hrefs }: VerifyData,
  clear: () => void,
): View {
  const kinds = secrets.map((kind) => say(strings, `secret.${kind}`)).join(say(strings, 'and'));
  const isWallet = secrets.some((kind) => kind === 'recovery-phrase' || kind === 'private-key');
  const title = say(strings, 'secret.title');
  const text = say(strings, 'secret.text', { kinds });
  const button = make('button', '', say(strings, 'secret.clear'));
  button.type = 'button';
  button.addEventListener('click', clear);
  const element = card('secret', title, [
    make('p', '', text),
    link(
      isWallet ? hrefs.exposed : hrefs.scam,
      say(strings, isWallet ? 'secret.walletLink' : 'secret.otherLink'),
    ),
    button,
  ]);
  return { element, announcement: `${title} ${text}` };
}

function nothingView(strings: Strings): View {
  const title = say(strings, 'nothing.title');
  const lines = [make('p', '', say(strings, 'nothing.text')), make('p', '', say(strings, 'nothing.paste'))];
  return { element: card('nothing', title, lines), announcement: title };
}

function judgedView(
  verdict: Verdict,
  judgements: readonly Judgement[],
  { list, say: strings, hrefs }: VerifyData,
): View {
  const title = say(strings, `verdict.${verdict}`);
  const count = String(judgements.length);
  const isMixed = verdict !== 'official' && judgements.some((judgement) => judgement.verdict === 'official');
  const lines = [
    ...advice(verdict, judgements, strings).map((line) => make('p', '', line)),
    ...(isMixed ? [make('p', '', say(strings, 'mixed'))] : []),
    verdict === 'lookalike'
      ? link(hrefs.scam, say(strings, 'advice.scamLink'))
      : link(hrefs.contact, say(strings, 'advice.askLink')),
  ];
  const element = card(verdict, title, lines);
  element.append(...findings(judgements, list, strings));
  const checked = say(strings, judgements.length === 1 ? 'checked.one' : 'checked.many', { count });
  return { element, announcement: `${title}. ${checked}.` };
}

function demandingView(
  demands: readonly Demand[],
  judgements: readonly Judgement[],
  { list, say: strings, hrefs }: VerifyData,
): View {
  const title = say(strings, 'demand.title');
  const wanted = make('ul');
  wanted.append(...demands.map((demand) => make('li', '', say(strings, `demand.${demand}`))));
  const element = card('lookalike', title, [
    wanted,
    make('p', '', say(strings, 'demand.advice')),
    link(hrefs.scam, say(strings, 'advice.scamLink')),
  ]);
  element.append(...findings(judgements, list, strings));
  return { element, announcement: title };
}

function findings(judgements: readonly Judgement[], list: OfficialList, strings: Strings): HTMLElement[] {
  if (judgements.length === 0) return [];
  const items = make('ul', 'fl-findings');
  items.append(...judgements.slice(0, SHOWN).map((judgement) => finding(judgement, list, strings)));
  const hidden = judgements.length - SHOWN;
  return hidden > 0
    ? [items, make('p', 'fl-more', say(strings, 'more', { count: String(hidden) }))]
    : [items];
}

function finding(judgement: Judgement, list: OfficialList, strings: Strings): HTMLElement {
  const item = make('li');
  const head = make('p', 'fl-finding-head');
  const chip = make('span', 'fl-chip');
  chip.dataset['verdict'] = judgement.verdict;
  chip.append(icon(judgement.verdict), make('span', '', say(strings, `verdict.${judgement.verdict}`)));
  head.append(chip, make('span', '', headOf(judgement, strings)));
  const spelled = make('p', 'fl-spelled');
  spelled.translate = false;
  // Isolated and left to right: a mark of direction must not turn what is shown around.
  const isolated = make('bdi');
  isolated.dir = 'ltr';
  isolated.append(...shortened(judgement.pieces).map(pieceView));
  spelled.append(isolated);
  const why = make('ul', 'fl-why');
  why.append(...reasonsOf(judgement, list, strings).map((reason) => make('li', '', reason)));
  item.append(head, spelled, why);
  return item;
}

function pieceView({ text, isMarked }: Piece): Node {
  return isMarked ? make('mark', '', text) : document.createTextNode(text);
}

function shortened(pieces: readonly Piece[]): Piece[] {
  let room = SPELLED;
  return pieces.flatMap((piece) => {
    if (room <= 0) return [];
    const text = piece.text.length > room ? `${piece.text.slice(0, room)}…` : piece.text;
    room -= piece.text.length;
    return [{ ...piece, text }];
  });
}

function card(
  verdict: Verdict | 'secret' | 'nothing',
  title: string,
  lines: readonly HTMLElement[],
): HTMLElement {
  const element = make('section', 'fl-verdict');
  element.dataset['verdict'] = verdict;
  const head = make('div', 'fl-verdict-head');
  const heading = make('h2', '', title);
  heading.tabIndex = -1;
  head.append(icon(verdict), heading, ...lines);
  element.append(head);
  return element;
}

function link(href: string, text: string): HTMLElement {
  const element = make('a', '', text);
  element.href = href;
  return element;
}

function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className = '',
  text = '',
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  if (className !== '') element.className = className;
  element.textContent = text;
  return element;
}

/** A shape of its own for each verdict: a shield with a tick, a question, a warning, a hand. */
const ICONS: Readonly<Record<Verdict | 'secret' | 'nothing', string>> = {
  official: 'M12 3l7 3v5c0 5-3 8-7 10-4-2-7-5-7-10V6zM8.5 12l2.5 2.5 4.5-5',
  'not-ours':
    'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM9.5 9.5a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.9-1.1 1.8M12 16.8v.1',
  lookalike: 'M12 3.5 2.5 20h19zM12 10v4.5M12 17.3v.1',
  secret: 'M8 3h8l5 5v8l-5 5H8l-5-5V8zM12 8v5M12 16v.1',
  nothing: 'M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM20 20l-4-4',
};

function icon(name: Verdict | 'secret' | 'nothing'): SVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', ICONS[name]);
  svg.append(path);
  return svg;
}
