import { networkOf, networksFor, OTHER_NETWORK } from '../../deflection/networks.ts';
import { linesOf } from './fields.ts';

/** What is wrong with a line of hashes or ids. */
export type ShapeProblem = 'not-a-hash' | 'other-network' | 'not-an-id';

export interface BadLine {
  readonly line: string;
  readonly problem: ShapeProblem;
}

/**
 * The hashes that cannot be what they should: one a line, or the address of an explorer's page.
 * @param network the id that was chosen; '' if none was
 */
export function badHashes(value: string, network: string): BadLine[] {
  return linesOf(value).flatMap((line): BadLine[] => {
    if (network === OTHER_NETWORK) return isId(line) ? [] : [{ line, problem: 'not-a-hash' }];
    const possible: readonly string[] = networksFor(line);
    if (possible.length === 0) return [{ line, problem: 'not-a-hash' }];
    if (networkOf(network) && !possible.includes(network)) return [{ line, problem: 'other-network' }];
    return [];
  });
}

/** The lines that are no id: "order", "see above", a sentence. A name may stand before it: "trace: 4bf92f35…". */
export function badIds(value: string): BadLine[] {
  return linesOf(value)
    .filter((line) => !isId(line.replace(/^[^:：]{1,40}[:：]\s*/, '')) && !isId(line))
    .map((line) => ({ line, problem: 'not-an-id' }));
}

/** Ids of requests, traces, orders and accounts as systems make them: no space, some length, a digit. */
function isId(value: string): boolean {
  return /^[a-z0-9][\w.:@/+=-]{3,199}$/i.test(value) && /\d/.test(value);
}
