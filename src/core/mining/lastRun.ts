import type { Trace } from './continuity.ts';
import type { MiningReport } from './report.ts';

/** What is left of the last run. */
export interface LastRun {
  readonly report: MiningReport;
  /** By ticket, the id of its issue; empty if the file is not there. */
  readonly issueOf: ReadonlyMap<string, string>;
}

/** The issues of the last run, as they are known again by. */
export function tracesOf({ report, issueOf }: LastRun, model: string): Trace[] {
  const tickets = Map.groupBy(issueOf.keys(), (ticket) => issueOf.get(ticket)!);
  return report.issues.map(({ id, centre, tickets: count, weekly }) => ({
    id,
    centre: report.generatedFrom.model === model ? readCentre(centre) : new Float32Array(),
    rate: count / Math.max(1, weekly.length),
    ticketIds: new Set(tickets.get(id) ?? []),
  }));
}

/** A unit vector as base64 of signed bytes: the third decimal of a cosine is lost. */
export function writeCentre(vector: Float32Array): string {
  const largest = vector.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1;
  return btoa(
    String.fromCharCode(...Uint8Array.from(vector, (value) => Math.round((value / largest) * 127) & 255)),
  );
}

export function readCentre(text: string): Float32Array {
  const bytes = Int8Array.from(atob(text), (character) => character.charCodeAt(0));
  const length = Math.sqrt(bytes.reduce((sum, value) => sum + value * value, 0)) || 1;
  return Float32Array.from(bytes, (value) => value / length);
}
