import type { Card } from '../../../core/operations/incidents/cards.ts';
import { make } from '../dom.ts';
import { incidentIcon } from './incidentIcon.ts';

/** The page's words, by what follows `firstline.status.` in content/i18n. */
export type StatusWords = Readonly<Record<string, string>>;

/** An incident on the status page, as IncidentCard.astro draws it. Everything gets in as text. */
export function incidentCardView(card: Card, say: StatusWords, internal: string): HTMLElement {
  const [first, ...earlier] = card.updates;
  const element = make('li', 'fl-incident');
  element.id = card.id;
  element.dataset['tone'] = card.tone;
  const head = make(
    'p',
    '',
    make('strong', '', card.label),
    ...(card.isInternal ? [make('span', 'fl-internal', internal)] : []),
    make('span', '', card.state),
  );
  const facts = make('dl', 'fl-facts');
  for (const { name, value, href } of card.facts) {
    const link = make('a', '', value);
    if (href !== undefined) link.href = href;
    facts.append(make('dt', '', say[name] ?? name), make('dd', '', href === undefined ? value : link));
  }
  element.append(
    make('div', 'fl-incident-head', incidentIcon(card.tone), make('h3', '', card.title), head),
    facts,
    updateList([first!]),
  );
  if (earlier.length > 0) {
    const summary = (say['earlier'] ?? '').replace('{{count}}', String(earlier.length));
    element.append(make('details', '', make('summary', '', summary), updateList(earlier)));
  }
  return element;
}

function updateList(updates: Card['updates']): HTMLElement {
  const items = updates.map(({ at, when, status, paragraphs }) => {
    const time = make('time', '', when);
    time.dateTime = at;
    return make(
      'li',
      '',
      make('p', 'fl-update-head', make('strong', '', status), time),
      ...paragraphs.map((paragraph) => make('p', '', paragraph)),
    );
  });
  return make('ol', 'fl-updates', ...items);
}
