/** The start of a group that does not mind the case of letters. */
const GROUP = '(?i:';
/** Escapes, properties and the heads of groups, whose letters are none; ranges of letters; and every other sign. */
const PARTS = /\\[pPk][{<][^}>]*[}>]|\\.|\(\?<?[=!:]|\(\?<\w+>|\p{Ll}-\p{Ll}|[^]/gu;

/**
 * The source of a pattern in which `(?i:dear)` is spelled out, `(?:[dD][eE][aA][rR])`. V8 knows such groups, but what it
 * compiles from them forgets about the case now and then (13.6, as in Node 24): the same text is found once and then is not.
 */
export function anyCase(source: string): string {
  let spelled = '';
  for (let rest = source; ;) {
    const start = rest.indexOf(GROUP);
    if (start < 0) return spelled + rest;
    const end = endOfGroup(rest, start);
    spelled += `${rest.slice(0, start)}(?:${bothCases(rest.slice(start + GROUP.length, end))}`;
    rest = rest.slice(end);
  }
}

function bothCases(source: string): string {
  let isClass = false;
  return source.replace(PARTS, (part) => {
    if (part === '[' || part === ']') isClass = part === '[';
    const upper = /^\p{Ll}(?:-\p{Ll})?$/u.test(part) ? part.toUpperCase() : part;
    if (upper === part) return part;
    return isClass ? part + upper : `[${part}${upper}]`;
  });
}

/** Where the bracket stands that closes the group which begins at `start`. */
function endOfGroup(source: string, start: number): number {
  let depth = 0;
  let isClass = false;
  for (let at = start; at < source.length; at++) {
    const sign = source[at];
    if (sign === '\\') at++;
    else if (isClass) isClass = sign !== ']';
    else if (sign === '[') isClass = true;
    else if (sign === '(') depth++;
    else if (sign === ')' && --depth === 0) return at;
  }
  throw new SyntaxError(`A group is not closed: ${source.slice(start, start + 40)}`);
}
