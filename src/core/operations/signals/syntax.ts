import type { Signal } from './signal.ts';
import { variablesIn } from './query.ts';
import { VARIABLES } from './variables.ts';

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** What can be seen to be wrong with a query without its tool, each with how to mend it. */
export function queryProblems({
  query,
  tool,
  view,
  index,
}: Omit<Signal, 'id' | 'title' | 'threshold'>): string[] {
  return [
    ...variablesIn(query)
      .filter((name) => !Object.hasOwn(VARIABLES, name))
      .map(
        (name) =>
          `<${name}> is not a variable. Write one of ${Object.keys(VARIABLES).join(', ')}, or add it to src/core/operations/signals/variables.ts.`,
      ),
    ...balanceProblems(query),
    ...literalProblems(query),
    ...(tool === 'kibana' && index === undefined
      ? ['A query in Kibana needs an index: say in which, such as `index: wallet-api-*`.']
      : []),
    ...(tool !== 'kibana' && index !== undefined ? ['Only Kibana has an index. Remove it.'] : []),
    ...(tool !== 'datadog' && view !== undefined ? ['Only Datadog has a view. Remove it.'] : []),
    ...(tool === 'kibana' && /\b(?:AND|OR|NOT)\b/.test(outsideQuotes(query))
      ? ['Kibana reads and, or, not in small letters. Write them so.']
      : []),
    ...(tool === 'datadog' && view !== 'metrics' && /\b(?:and|or|not)\b/.test(outsideQuotes(query))
      ? ['Datadog reads AND, OR, NOT in capitals. Write them so.']
      : []),
    ...(tool === 'datadog' && (view === 'metrics') !== /^(?:sum|avg|min|max|count|p\d\d):/.test(query)
      ? [
          view === 'metrics'
            ? 'A metric in Datadog begins with how it is combined, such as sum:. Write it, or change the view.'
            : 'This is the query of a metric. Add `view: metrics`.',
        ]
      : []),
  ];
}

/** What the agent chooses or types must not stand in the query: a second time or another customer would win. */
function literalProblems(query: string): string[] {
  const [, relative] = /[<>]=?\s*"?(now\b[^\s")]*)/.exec(query) ?? [];
  const [example] = /(?<![\w-])[\w-]+-example\b[\w-]*/.exec(query) ?? [];
  const [day] = /\b\d{4}-\d\d-\d\d(?:T[\d:.]+Z?)?/.exec(query) ?? [];
  return [
    ...(relative === undefined
      ? []
      : [
          `The query has a time of its own, ${relative}: the link says which time is shown. Take it out, and add \`window: 24h\` or the like.`,
        ]),
    ...(example === undefined
      ? []
      : [`${example} is an example and will find nothing. Write a variable such as <user_id>.`]),
    ...(day === undefined
      ? []
      : [`${day} is a fixed time, which is over when this is read. Write <since_utc>, or add \`window\`.`]),
  ];
}

/** Brackets and quotes that open are closed, in the right order. */
function balanceProblems(query: string): string[] {
  const open: string[] = [];
  let isQuoted = false;
  for (let i = 0; i < query.length; i++) {
    const sign = query[i]!;
    if (sign === '\\') i++;
    else if (sign === '"') isQuoted = !isQuoted;
    else if (!isQuoted && Object.hasOwn(CLOSING, sign)) open.push(CLOSING[sign]!);
    else if (!isQuoted && Object.values(CLOSING).includes(sign) && open.pop() !== sign)
      return [`"${sign}" closes a bracket that was not opened. Check the brackets of the query.`];
  }
  if (isQuoted) return ['A double quote is opened and not closed. Check the quotes of the query.'];
  if (open.length > 0) return [`"${open.at(-1)}" is missing: a bracket is opened and not closed. Add it.`];
  return [];
}

function outsideQuotes(query: string): string {
  return query.replace(/"(?:\\.|[^"\\])*"/g, '""');
}
