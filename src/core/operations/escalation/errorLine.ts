/**
 * What a line looks like that says that something went wrong, in the logs people paste: stack traces of JavaScript,
 * Java, Kotlin, Swift and Python, HTTP logs, JSON lines, and what most loggers write.
 */
const ERRORS: readonly RegExp[] = [
  // "TypeError: x is not a function", "java.lang.IllegalStateException: …", "Uncaught (in promise) Error: …"
  /^\s*(?:Uncaught )?(?:\(in promise\) )?(?:[\w$]+\.)*[A-Z][\w$]*(?:Error|Exception)\b(?=:|$|\s\()/,
  /^Traceback \(most recent call last\):|^Exception in thread |^\s*Caused by: |FATAL EXCEPTION|Unhandled (?:exception|rejection)/,
  // Swift and Objective-C.
  /\bFatal error: |\*\*\* Terminating app due to|^Thread \d+.* Crashed|^Exception Type: |\bEXC_[A-Z_]+\b/,
  // A level, as loggers write it; logcat's "E/Tag" and "E Tag:".
  /(?:^|[\s[|(<])(?:ERROR|FATAL|CRITICAL|SEVERE|PANIC|EMERG(?:ENCY)?)(?:$|[\s\]|)>:])/,
  /\b(?:level|severity|lvl)=["']?(?:error|fatal|critical|crit|panic)\b/i,
  /^(?:\S+\s+\S+\s+(?:\d+\s+){0,2})?[EF][/ ][\w.$-]+(?:\(\s*\d+\))?:/,
  /^(?:thread '.*' panicked|panic: )/,
  // HTTP: `"GET / HTTP/1.1" 502`, `< HTTP/2 503`, `status=500`.
  /\bHTTP\/\d(?:\.\d)?"?\s+5\d\d\b|\b(?:status|status_?code|http_status)\s?[=:]\s?"?5\d\d\b/i,
];

/** Weaker signs, looked for only if there is no clear one: a request that was refused, a plain "failed". */
const HINTS: readonly RegExp[] = [
  /\bHTTP\/\d(?:\.\d)?"?\s+4\d\d\b|\b(?:status|status_?code|http_status)\s?[=:]\s?"?4\d\d\b/i,
  /\b(?:error|exception|failed|failure|timed out|refused|denied)\b|错误|异常|失败|超时/i,
];
/** "0 errors", "error=null", "no failure": said by what went well. */
const DENIED =
  /\b(?:0|no|without) (?:errors?|failures?|exceptions?)\b|\berrors?["']?\s?[=:]\s?(?:0|null|none|nil|false|""|\[\])/i;

const LEVELS: ReadonlySet<string> = new Set([
  'error',
  'fatal',
  'critical',
  'crit',
  'severe',
  'panic',
  'emergency',
  'alert',
]);
/** Pino and Bunyan write numbers: 50 is an error. */
const NUMERIC_ERROR = 50;

/** Lines that are longer are no log lines but data; their start tells what they are. */
const LOOKED_AT = 2000;

/** The place of the first line that says an error, by what is clearest; undefined if none does. */
export function firstErrorLine(lines: readonly string[]): number | undefined {
  const find = (isError: (line: string) => boolean): number | undefined => {
    const place = lines.findIndex((line) => line !== '' && isError(line.slice(0, LOOKED_AT)));
    return place < 0 ? undefined : place;
  };
  return (
    find((line) => jsonSaysError(line) ?? ERRORS.some((pattern) => pattern.test(line))) ??
    find((line) => !DENIED.test(line) && HINTS.some((pattern) => pattern.test(line)))
  );
}

/** What a line of JSON says of itself; undefined if it is none, so that its words decide. */
function jsonSaysError(line: string): boolean | undefined {
  if (!/^\s*\{/.test(line)) return undefined;
  let data: unknown;
  try {
    data = JSON.parse(line);
  } catch {
    // Cut off, or something that only begins like JSON: the level may still be there.
    return (
      /"(?:level|severity|log\.level|lvl)"\s*:\s*"(?:error|fatal|critical|crit|panic)"/i.test(line) ||
      undefined
    );
  }
  if (typeof data !== 'object' || data === null) return undefined;
  const fields = data as Readonly<Record<string, unknown>>;
  const level =
    fields['level'] ?? fields['severity'] ?? fields['log.level'] ?? fields['lvl'] ?? fields['levelname'];
  if (typeof level === 'number' && level >= NUMERIC_ERROR) return true;
  if (typeof level === 'string' && LEVELS.has(level.toLowerCase())) return true;
  const status = Number(fields['status'] ?? fields['status_code'] ?? fields['statusCode']);
  return (status >= 500 && status < 600) || typeof fields['stack'] === 'string';
}
