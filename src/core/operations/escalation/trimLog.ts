import { firstErrorLine } from './errorLine.ts';
import { isFrame, traceEnd } from './stackTrace.ts';

/** How much of a log is kept, in lines, and in UTF-16 units of one line. */
export interface TrimOptions {
  readonly before: number;
  readonly after: number;
  /** Frames kept at the beginning of a run of them, and as many at its end. */
  readonly frames: number;
  /** At most so many lines of the error's own stack trace. */
  readonly trace: number;
  readonly lineLength: number;
}

export const TRIM: TrimOptions = { before: 10, after: 20, frames: 6, trace: 120, lineLength: 500 };

/** A stretch of a log: lines that stay, or how many lines, or frames of a stack trace, were left out. */
export type LogPart =
  | { readonly kind: 'lines'; readonly lines: readonly string[] }
  | { readonly kind: 'left-out'; readonly what: 'lines' | 'frames'; readonly count: number };

export interface TrimmedLog {
  /** In the order of the log. */
  readonly parts: readonly LogPart[];
  /** The line that says the error, counted from one; undefined if none does: then the end of the log is kept. */
  readonly errorLine: number | undefined;
  /** Lines of the log, and how many of them were kept. */
  readonly total: number;
  readonly kept: number;
}

/**
 * A log around its first error: some lines before it, its stack trace without the middle of long runs of frames, and
 * some lines after. A long line loses its end, and says so by `…`.
 */
export function trimLog(log: string, options: TrimOptions = TRIM): TrimmedLog {
  return trimLines(logLines(log), options);
}

/** The lines of a log, without empty ones around them; none for an empty log. */
export function logLines(log: string): string[] {
  const text = log.replace(/\r\n?/g, '\n').replace(/^\s*\n|\s+$/g, '');
  return text === '' ? [] : text.split('\n');
}

/** @param outside lines that were left out already, before and after these */
export function trimLines(
  lines: readonly string[],
  options: TrimOptions = TRIM,
  outside: { readonly before: number; readonly after: number } = { before: 0, after: 0 },
): TrimmedLog {
  const error = firstErrorLine(lines);
  const [from, to] = errorWindow(lines, options, error);
  const shown = lines.slice(from, to).map((line) => cut(line, options.lineLength));
  const parts = [
    ...leftOut('lines', outside.before + from),
    ...withoutMiddleFrames(shown, options.frames),
    ...leftOut('lines', lines.length - to + outside.after),
  ];
  return {
    parts,
    errorLine: error === undefined ? undefined : outside.before + error + 1,
    total: outside.before + lines.length + outside.after,
    kept: parts.reduce((sum, part) => sum + (part.kind === 'lines' ? part.lines.length : 0), 0),
  };
}

/** The first line around the error to keep, and the one after the last; the end of the log if it has no error. */
export function errorWindow(
  lines: readonly string[],
  { before, after, trace }: Pick<TrimOptions, 'before' | 'after' | 'trace'>,
  error: number | undefined = firstErrorLine(lines),
): readonly [number, number] {
  if (error === undefined) return [Math.max(0, lines.length - before - after), lines.length];
  const end = Math.min(traceEnd(lines, error), error + trace);
  return [Math.max(0, error - before), Math.min(lines.length, end + after)];
}

function withoutMiddleFrames(lines: readonly string[], keep: number): LogPart[] {
  const parts: LogPart[] = [];
  let open: string[] = [];
  let start = 0;
  while (start < lines.length) {
    let end = start + 1;
    if (isFrame(lines[start]!)) while (end < lines.length && isFrameOrCode(lines, end)) end++;
    const run = lines.slice(start, end);
    if (run.length > 2 * keep + 1) {
      open.push(...run.slice(0, keep));
      parts.push(
        { kind: 'lines', lines: open },
        { kind: 'left-out', what: 'frames', count: run.length - 2 * keep },
      );
      open = run.slice(run.length - keep);
    } else {
      open.push(...run);
    }
    start = end;
  }
  if (open.length > 0) parts.push({ kind: 'lines', lines: open });
  return parts;
}

/** Python shows the line of code below each frame, indented further. */
function isFrameOrCode(lines: readonly string[], place: number): boolean {
  return isFrame(lines[place]!) || (/^\s{4,}\S/.test(lines[place]!) && /^\s+File "/.test(lines[place - 1]!));
}

function leftOut(what: 'lines' | 'frames', count: number): LogPart[] {
  return count > 0 ? [{ kind: 'left-out', what, count }] : [];
}

function cut(line: string, length: number): string {
  return line.length <= length ? line : `${line.slice(0, length).toWellFormed()}…`;
}
