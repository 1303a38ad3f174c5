import { oneLine } from '../../core/mining/safeText.ts';
import type { Community } from '../miningReport.ts';

/** The targets of lures, one a line: kind, target (defanged), lures, first and last day, separated by tabs. */
export function takedownList(targets: readonly Community['targets'][number][]): string {
  return targets
    .map(({ kind, text, lures, firstDay, lastDay }) =>
      [kind, oneLine(text), lures, firstDay ?? '', lastDay ?? ''].join('\t'),
    )
    .join('\n');
}
