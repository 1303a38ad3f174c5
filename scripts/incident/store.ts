import { existsSync } from 'node:fs';
import path from 'node:path';
import { LANGUAGES } from '../../src/core/article/language.ts';
import type { Components } from '../../src/core/operations/incidents/components.ts';
import type { Incident } from '../../src/core/operations/incidents/incident.ts';
import { incidentFile, parseIncident } from '../../src/core/operations/incidents/parseIncident.ts';
import { reviewTemplate } from '../../src/core/operations/incidents/reviewTemplate.ts';
import { findSecrets } from '../../src/core/privacy/secrets.ts';
import { replaceFile } from '../content/changeFiles.ts';
import { nameOf } from '../content/readContent.ts';
import { ProblemsFound } from '../lib/commandLine.ts';
import type { Answers } from './answers.ts';
import { optionalChoice, type Flags } from './flags.ts';
import { publishingReport } from './report.ts';

/** What a command works with. */
export interface Context {
  readonly flags: Flags;
  readonly answers: Answers;
  readonly nowMs: number;
  readonly incidents: readonly Incident[];
  readonly components: Components;
}

/** Checks the file as it would be read, then writes it; gives what to publish. */
export async function writeIncident(context: Context, incident: Incident): Promise<string> {
  const { components, nowMs } = context;
  const secrets = new Set(findSecrets(publicWords(incident)).map(({ kind }) => kind));
  if (secrets.size > 0)
    throw new ProblemsFound(
      `The text holds what looks like a secret (${[...secrets].join(', ')}). Nothing was written. Take it out.`,
    );
  const file = fileOf(context, incident.id);
  const text = incidentFile(incident);
  const checked = attempt(() => parseIncident(incident.id, nameOf(file), text, { components, nowMs }));
  await replaceFile(file, text);
  return `wrote ${nameOf(file)}\n\n${publishingReport(checked)}`;
}

/** Makes the review of an incident, if there is none; says what it did. */
export async function writeReview(context: Context, incident: Incident): Promise<string> {
  const { flags } = context;
  const language = optionalChoice(flags, 'language', LANGUAGES) ?? 'en';
  const file = path.join(path.resolve(flags.incidents), reviewFile(incident));
  // What somebody has begun to write is never replaced.
  if (existsSync(file)) return `${nameOf(file)} is there already.`;
  await replaceFile(file, reviewTemplate(incident, language, context.components));
  return `wrote ${nameOf(file)}: write what is marked TODO or 待写.`;
}

function publicWords({ title, updates }: Incident): string {
  return [title.en, title['zh-CN'], ...updates.flatMap((update) => [update.en, update['zh-CN']])].join('\n');
}

/** Where a review stands, below the folder of incidents. */
export function reviewFile({ id }: Incident): string {
  return `reviews/${id}.md`;
}

/** The file of an incident on this disk. */
export function fileOf({ flags }: Context, id: string): string {
  return path.join(path.resolve(flags.incidents), `${id}.md`);
}

/** Turns what is wrong with content into a problem that the command reports. */
export function attempt<Output>(read: () => Output): Output {
  try {
    return read();
  } catch (error) {
    throw new ProblemsFound(error instanceof Error ? error.message : String(error), { cause: error });
  }
}
