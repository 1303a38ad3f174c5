import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import {
  createDeflectionEvents,
  EVENT_SKIPS,
  type DeflectionEvents,
  type EventSkip,
} from '../../src/core/mining/deflectionEvents.ts';
import { checkInput } from './writeReport.ts';

export interface LoadedEvents {
  readonly events: DeflectionEvents;
  /** Records that were left out, by reason, in a fixed order. */
  readonly skipped: Partial<Record<EventSkip, number>>;
}

/** A longer line is no event; it is not even parsed. */
const LONGEST_LINE = 10_000;
const WORDS: Readonly<Record<EventSkip, string>> = {
  malformed: 'cannot be parsed',
  'not-an-event': 'are no {at, slug, kind, ticketId?}',
  'unknown-article': 'name an article that is not here',
};

/** Reads what the suggestions recorded: NDJSON, an event a line. @throws UsageError if the file is not there */
export async function loadEvents(file: string, knownSlugs: ReadonlySet<string>): Promise<LoadedEvents> {
  await checkInput(file);
  const events = createDeflectionEvents(knownSlugs);
  const counts = new Map<EventSkip, number>();
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    if (line.trim() === '') continue;
    const skip = added(events, line);
    if (skip) counts.set(skip, (counts.get(skip) ?? 0) + 1);
  }
  const skipped = Object.fromEntries(
    EVENT_SKIPS.flatMap((reason) => (counts.has(reason) ? [[reason, counts.get(reason)!]] : [])),
  );
  return { events, skipped };
}

/** A line for each reason: how many, never what they say. */
export function describeSkippedEvents(skipped: LoadedEvents['skipped']): string[] {
  return Object.entries(skipped).map(
    ([reason, count]) => `Skipped of the events: ${count} that ${WORDS[reason as EventSkip]}.`,
  );
}

function added(events: DeflectionEvents, line: string): EventSkip | undefined {
  if (line.length > LONGEST_LINE) return 'malformed';
  try {
    return events.add(JSON.parse(line.replace(/^\uFEFF/, '')));
  } catch {
    return 'malformed';
  }
}
