import type { RecurringIssue } from '../miningReport.ts';

/** A sentence: its key after `firstline.mining.`, and the numbers in it. */
export interface Reason {
  readonly key: ReasonKey;
  readonly values: Readonly<Record<string, ReasonValue>>;
}

export type ReasonKey =
  | 'why.none'
  | 'why.first'
  | 'why.found'
  | 'why.notFound'
  | 'why.probability'
  | 'why.linked'
  | 'why.linkedElse'
  | 'why.neverLinked'
  | 'why.overdue'
  | 'why.version'
  | 'why.tried'
  | 'why.events';

/** How a value is written: as a number, a share, a day, an article's title or as it is. */
export type ReasonValue =
  | { readonly number: number }
  | { readonly share: number }
  | { readonly day: string }
  | { readonly article: string }
  | { readonly text: string };

/** Why an issue has the gap that it has, in sentences that name every number it rests on. */
export function gapReasons({ gap }: Pick<RecurringIssue, 'gap'>): Reason[] {
  return [...answeredReasons(gap), ...linkedReasons(gap), ...staleReasons(gap), ...triedReasons(gap)];
}

type Gap = RecurringIssue['gap'];

function answeredReasons({ kind, slug, asked, answered }: Gap): Reason[] {
  const [first] = answered;
  if (!first) return [{ key: 'why.none', values: { asked: { number: asked } } }];
  const own = answered.find((each) => each.slug === slug);
  if (kind === 'undiscoverable' && slug !== null) {
    const values = { asked: { number: asked }, article: { article: slug } };
    if (!own) return [{ key: 'why.notFound', values }];
    return [{ key: 'why.found', values: { ...values, share: { share: own.share } } }];
  }
  const shown = own ?? first;
  return [
    {
      key: 'why.first',
      values: { asked: { number: asked }, share: { share: shown.share }, article: { article: shown.slug } },
    },
    { key: 'why.probability', values: { probability: { share: shown.meanProbability } } },
  ];
}

function linkedReasons({ slug, answered, linked }: Gap): Reason[] {
  const [most] = linked;
  if (!most) return [{ key: 'why.neverLinked', values: {} }];
  const about = slug ?? answered[0]?.slug;
  const own = linked.find((each) => each.slug === about) ?? most;
  const key = about === undefined || own.slug === about ? 'why.linked' : 'why.linkedElse';
  return [{ key, values: { share: { share: own.share }, article: { article: own.slug } } }];
}

function staleReasons({ staleness }: Gap): Reason[] {
  if (staleness === null) return [];
  const { reason, reviewed, since, ticketsSince, version } = staleness;
  const values = {
    reviewed: { day: reviewed },
    since: { day: since },
    count: { number: ticketsSince },
  };
  if (reason === 'review-overdue' || version === null) return [{ key: 'why.overdue', values }];
  return [{ key: 'why.version', values: { ...values, version: { text: version } } }];
}

function triedReasons({ tried: { shown, opened, events } }: Gap): Reason[] {
  const numbers = (counts: Readonly<Record<string, number>>): Reason['values'] =>
    Object.fromEntries(Object.entries(counts).map(([name, number]) => [name, { number }]));
  return [
    ...(shown === 0 ? [] : [{ key: 'why.tried', values: numbers({ shown, opened }) } as const]),
    ...(events === null ? [] : [{ key: 'why.events', values: numbers(events) } as const]),
  ];
}
