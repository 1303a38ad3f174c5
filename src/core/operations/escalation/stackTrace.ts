/**
 * A frame of a stack trace: "    at com.x.App.run(App.java:12)", "    at fn (app.js:1:2)", `  File "a.py", line 3`,
 * "4   App   0x0000000104 main + 12", "fn@https://…:1:2".
 */
const FRAME =
  /^\s+at\s+\S|^\s+File ".*", line \d+|^\d+\s+\S+\s+0x[0-9a-f]+\s|^[\w$.<>/]*@\S+:\d+:\d+$|^\s+\.\.\. \d+ (?:more|common frames)/i;
/** What belongs to a trace and is no frame: the cause behind it, a suppressed one, Python's bridges between two. */
const LINK =
  /^\s*(?:Caused by: |Suppressed: |Traceback \(most recent call last\):|During handling of the above exception|The above exception was the direct cause)/;

/** A line that names a frame of a stack trace. */
export function isFrame(line: string): boolean {
  return FRAME.test(line.slice(0, 500));
}

/**
 * Where the stack trace ends that the error at `start` begins: the first line after it that is no part of it. The
 * line after a Python trace, which is not indented, says what the error was, and belongs to it.
 */
export function traceEnd(lines: readonly string[], start: number): number {
  const isPython = /Traceback \(most recent call last\):/.test(lines[start] ?? '');
  let end = start + 1;
  while (end < lines.length) {
    const line = lines[end]!;
    const isPart =
      isFrame(line) || LINK.test(line) || /^\s+\S/.test(line) || (line === '' && isLinked(lines, end));
    if (isPart) end++;
    else if (isPython && isPythonError(line, lines[end - 1]!)) end++;
    else break;
  }
  return end;
}

function isLinked(lines: readonly string[], blank: number): boolean {
  return LINK.test(lines[blank + 1] ?? '');
}

function isPythonError(line: string, before: string): boolean {
  return /^\s/.test(before) && /^[\w.]+(?:Error|Exception|Warning|Exit|Interrupt|[A-Z]\w*)(?::|$)/.test(line);
}
