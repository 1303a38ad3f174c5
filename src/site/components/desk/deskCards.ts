import { age } from '../../../core/article/age.ts';
import { LANGUAGES } from '../../../core/article/language.ts';
import { matchedWords } from '../../../core/operations/desk/matchedWords.ts';
import { permalink } from '../../../core/operations/desk/permalink.ts';
import type { Span } from '../../../core/retrieval/sentences.ts';
import type { Suggestion } from '../../../core/retrieval/suggest.ts';
import { partsOf } from '../../../core/retrieval/textParts.ts';
import type { DeskData } from './deskData.ts';
import { actionButton, make } from '../dom.ts';
import { say } from '../words.ts';

/** What an agent can do with the article they have chosen. */
export interface CardActions {
  readonly choose: (slug: string) => void;
  readonly link: () => void;
  readonly markdown: () => void;
  readonly reply: () => void;
  readonly escalate: () => void;
  readonly flag: () => void;
}

/** The suggested articles, the chosen one with what can be done with it. */
export function cardsView(
  suggestions: readonly Suggestion[],
  chosen: string | undefined,
  data: DeskData,
  actions: CardActions,
  now: number,
): HTMLElement {
  const list = make('ol', 'fl-cards');
  list.append(
    ...suggestions.map((suggestion, place) =>
      cardView(suggestion, place, suggestion.slug === chosen, data, actions, now),
    ),
  );
  return list;
}

function cardView(
  suggestion: Suggestion,
  place: number,
  isChosen: boolean,
  data: DeskData,
  actions: CardActions,
  now: number,
): HTMLElement {
  const { say: strings, articles, language } = data;
  const { slug, passage, sentence, marks, urgent, probability } = suggestion;
  const article = articles[slug];
  const title = article?.title[language] ?? suggestion.title;
  const card = make('li', 'fl-card');
  card.dataset['slug'] = slug;

  const choose = make(
    'button',
    'fl-choose',
    make('span', 'fl-number', String(place + 1)),
    make('span', '', title),
  );
  choose.type = 'button';
  choose.setAttribute('aria-pressed', String(isChosen));
  choose.addEventListener('click', () => actions.choose(slug));
  const percent = Math.min(99, Math.round(probability * 100));
  const likely =
    urgent === undefined
      ? say(strings, 'card.likely', { percent: String(percent) })
      : say(strings, 'card.urgent');
  card.append(
    make('h3', '', choose),
    make('span', urgent === undefined ? 'fl-likely' : 'fl-likely fl-alarm', likely),
  );
  if (urgent !== undefined) card.append(quoted('p', 'fl-urgent', urgent, suggestion.language));

  const why = quoted('p', 'fl-why', '', suggestion.language);
  if (passage.heading !== '') why.append(make('strong', '', passage.heading), ' — ');
  why.append(...marked(sentence, marks.sentence));
  const words = matchedWords(suggestion);
  const common =
    words.length > 0
      ? say(strings, 'card.words', { words: words.join(language === 'zh-CN' ? '、' : ', ') })
      : say(strings, 'card.meaning');
  card.append(why, make('p', 'fl-common', common), factsView(suggestion, data, now));
  if (isChosen) card.append(actionsView(data, slug, actions));
  return card;
}

/** Both languages' pages, how sure we are of the article, and how old that is. */
function factsView({ slug, reviewed }: Suggestion, data: DeskData, now: number): HTMLElement {
  const { say: strings, articles, language, base } = data;
  const article = articles[slug];
  const facts = make('p', 'fl-facts');
  for (const each of LANGUAGES) {
    const link = make('a', '', say(strings, `card.in.${each}`));
    link.href = permalink(base, slug, each);
    link.target = '_blank';
    link.rel = 'noopener';
    link.title = article?.title[each] ?? '';
    facts.append(link);
  }
  if (article?.audience === 'internal') facts.append(make('span', 'fl-alarm', say(strings, 'card.internal')));
  if (article) facts.append(make('span', '', say(strings, `card.confidence.${article.confidence}`)));
  // Only what somebody has validated was checked; a draft was written, or changed, that day.
  const when = article?.confidence === 'validated' ? 'card.checked' : 'card.updated';
  if (reviewed !== undefined)
    facts.append(make('span', '', say(strings, when, { when: age(reviewed, now, language) })));
  if (article?.reviewDue !== undefined && Date.parse(article.reviewDue) < now)
    facts.append(make('span', 'fl-alarm', say(strings, 'card.overdue')));
  return facts;
}

function actionsView({ say: strings, articles }: DeskData, slug: string, actions: CardActions): HTMLElement {
  const isPublic = articles[slug]?.audience === 'public';
  const bar = make('div', 'fl-actions');
  if (isPublic) bar.append(actionButton(say(strings, 'do.reply'), actions.reply, 'r'));
  bar.append(
    actionButton(say(strings, 'do.link'), actions.link, 'c'),
    actionButton(say(strings, 'do.markdown'), actions.markdown, 'm'),
    actionButton(say(strings, 'do.escalate'), actions.escalate, 'e'),
    actionButton(say(strings, 'do.flag'), actions.flag, 'f'),
  );
  return bar;
}

function quoted(name: 'p', className: string, text: string, lang: string): HTMLElement {
  const made = make(name, className, text);
  made.lang = lang;
  return made;
}

function marked(text: string, spans: readonly Span[]): (string | HTMLElement)[] {
  return partsOf(text, spans).map((part) => (part.isMarked ? make('mark', '', part.text) : part.text));
}
