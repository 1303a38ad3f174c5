import { cleanText, countFindings } from './cleanText.ts';
import { errorWindow, logLines, trimLines, type LogPart, type TrimmedLog } from './trimLog.ts';

/** A pasted log as the form keeps it. */
export interface PastedLog extends Omit<TrimmedLog, 'parts'> {
  readonly text: string;
  /** How many secrets, and how many personal data, were taken out of what is near the error. */
  readonly secret: number;
  readonly personal: number;
}

/**
 * Looking for secrets takes seconds for a megabyte, so only what is near the error is looked through. It is enough more
 * than what is kept that no half of a secret can lie at the edge.
 */
const NEAR = { before: 60, after: 80, trace: 200 };
const LONGEST_LINE = 2000;
/** In UTF-16 units: lines of base64 must not make it seconds after all. */
const LONGEST_NEAR = 200_000;

/**
 * What may be kept of a log that was pasted: secrets and personal data replaced, then trimmed around the first error.
 * @param leftOut says in words what was left out, in one line
 */
export function takePastedLog(
  log: string,
  leftOut: (part: Extract<LogPart, { kind: 'left-out' }>) => string,
): PastedLog {
  const lines = logLines(log);
  const [from, to] = errorWindow(lines, NEAR);
  const length = Math.min(LONGEST_LINE, Math.floor(LONGEST_NEAR / Math.max(1, to - from)));
  const near = lines.slice(from, to).map((line) => line.slice(0, length).toWellFormed());
  const { text, counts } = cleanText(near.join('\n'));
  const { parts, ...trimmed } = trimLines(text.split('\n'), undefined, {
    before: from,
    after: lines.length - to,
  });
  const shown = parts.map((part) => (part.kind === 'lines' ? part.lines.join('\n') : leftOut(part)));
  // A secret of several lines became one.
  return { ...trimmed, ...countFindings(counts), total: lines.length, text: shown.join('\n') };
}
