import { existsSync } from 'node:fs';
import path from 'node:path';
import { EDITIONS } from '../../src/core/article/edition.ts';
import { published, publishedStatus } from '../../src/core/operations/incidents/publish.ts';
import { isUnderWay } from '../../src/core/operations/incidents/published.ts';
import { replaceFile } from '../content/changeFiles.ts';
import { nameOf } from '../content/readContent.ts';
import { UsageError } from '../lib/commandLine.ts';
import { optionalChoice } from './flags.ts';
import type { Context } from './store.ts';

/** Writes `status.json` into a built edition. */
export async function publishStatus({ flags, incidents, components, nowMs }: Context): Promise<string> {
  const to = flags['to'];
  if (typeof to !== 'string')
    throw new UsageError('--to is missing: the folder of a built site, such as dist.');
  if (!existsSync(to)) throw new UsageError(`The folder ${to} is not there: build the site first.`);
  const edition = optionalChoice(flags, 'edition', EDITIONS) ?? 'public';
  // The page of the desk tells a built edition from the other: one that is mistaken shows customers what is internal, or agents too little.
  const isInternal = existsSync(path.join(to, 'desk'));
  if (isInternal !== (edition === 'internal'))
    throw new UsageError(
      isInternal
        ? `${to} is the internal edition (it has desk/). Add --edition internal, or name the public one: --to dist.`
        : `${to} is not the internal edition (it has no desk/), and what is internal must not get there. Name the other one: --to dist-internal.`,
    );
  const status = publishedStatus(published(incidents, components, edition), nowMs);
  const file = path.join(to, 'status.json');
  await replaceFile(path.resolve(file), `${JSON.stringify(status)}\n`);
  const active = status.incidents.filter((incident) => isUnderWay(incident, nowMs)).length;
  return `wrote ${nameOf(path.resolve(file))} (${edition}): ${active} under way, ${status.incidents.length - active} over.`;
}
