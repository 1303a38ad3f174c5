import type { Found, HandleCandidate } from './candidate.ts';
import { AMBIGUOUS_WORDS, PLATFORM_WORDS, PLATFORMS, type Platform } from './platform.ts';

const ANY_PLATFORM = PLATFORMS.map((platform) => PLATFORM_WORDS[platform]).join('|');
const NAME = String.raw`[\p{L}\p{N}_.-]{2,40}`;
/** `@firstline_help` */
const AT_NAME = new RegExp(String.raw`(?<![\p{L}\p{N}_.@/])@\s?(?<name>${NAME})`, 'gdu');
/** `WeChat: firstline01`, `微信联系：firstline01`, `QQ 2384756192`; without a colon only what has a digit or an underscore. */
const LABELLED = new RegExp(
  String.raw`(?<![a-z0-9])(?<word>${ANY_PLATFORM})\s{0,2}(?:id|user(?:name)?|handle|account|\p{Script=Han}{1,4})?\s{0,2}(?:(?<colon>[:=])\s{0,2}@?|@?(?=[a-z0-9.-]{0,38}[_\d]))(?<name>[a-z0-9][\w.-]{1,39})`,
  'gdiu',
);
/** `微信 firstline客服`, `Telegram: Firstline Support`: any word beside a platform's name, with Chinese in it or without a colon. */
const BESIDE = new RegExp(
  String.raw`(?<![a-z0-9])(?<word>${ANY_PLATFORM})(?:(?<=\p{Script=Han})|(?![a-z0-9]))(?:(?:公众|客服|群|账)?[号號]?)[\s:：]{0,3}@?(?<name>[\p{L}\p{N}][\p{L}\p{N}_.-]{1,39})`,
  'gdiu',
);
/** A text that is nothing but a name. */
const ALONE = /^\s*(?<name>[\p{L}\p{N}][\p{L}\p{N}_.-]{2,39})\s*$/du;

/** A platform's name this near a handle says where the handle is. */
const NEAR = 32;

/**
 * Names of accounts in a text.
 * @param text whole, for the platforms that it mentions
 * @param rest the same text with blanks where something else was found
 * @param guesses see extractCandidates
 */
export function findHandles(text: string, rest: string, guesses: boolean): Found<HandleCandidate>[] {
  const labelled = [...rest.matchAll(LABELLED)]
    .filter(({ groups }) =>
      isLabel(groups?.['word'] ?? '', groups?.['name'] ?? '', groups?.['colon'] !== undefined),
    )
    .map((match) => found(match, platformOf(match.groups?.['word'] ?? '')));
  const at = [...rest.matchAll(AT_NAME)]
    .map((match) => found(match, platformNear(text, match.index, match.index + match[0].length)))
    .filter((handle) => !labelled.some((other) => overlap(handle, other)));
  const alone = labelled.length + at.length === 0 ? ALONE.exec(rest) : null;
  const sure = [
    ...labelled,
    ...at,
    ...(alone && isLikeName(alone.groups?.['name'] ?? '') ? [found(alone)] : []),
  ];
  if (!guesses) return sure;
  return [...sure, ...besidePlatforms(rest).filter((guess) => !sure.some((other) => overlap(guess, other)))];
}

function besidePlatforms(rest: string): Found<HandleCandidate>[] {
  return [...rest.matchAll(BESIDE)]
    .filter(({ groups }) => !AMBIGUOUS_WORDS.has(groups?.['word']?.toLowerCase() ?? ''))
    .map((match) => {
      const { candidate, ...place } = found(match, platformOf(match.groups?.['word'] ?? ''));
      return { ...place, candidate: { ...candidate, isGuess: true } };
    });
}

function overlap(one: Found, other: Found): boolean {
  return one.start < other.end && other.start < one.end;
}

function found(match: RegExpExecArray, platform?: Platform): Found<HandleCandidate> {
  const [start = match.index, end = match.index + match[0].length] = match.indices?.groups?.['name'] ?? [];
  const name = match[0].slice(start - match.index, end - match.index).replace(/[.-]+$/, '');
  return {
    candidate: { kind: 'handle', text: `@${name}`, name, ...(platform ? { platform } : {}) },
    start,
    end: start + name.length,
  };
}

/** "line 12345" and "x: 20" are no accounts; "QQ 12345" is one, and so is "line: anna". */
function isLabel(word: string, name: string, hasColon: boolean): boolean {
  if (AMBIGUOUS_WORDS.has(word.toLowerCase())) return hasColon && /[a-z]/i.test(name);
  return hasColon || name.length >= 5;
}

/** A word typed by itself is a name only if it could hardly be anything else. */
function isLikeName(word: string): boolean {
  return /[_\d]/.test(word) && /\p{L}/u.test(word);
}

function platformOf(word: string): Platform | undefined {
  return PLATFORMS.find((platform) => new RegExp(`^(?:${PLATFORM_WORDS[platform]})$`, 'iu').test(word));
}

function platformNear(text: string, start: number, end: number): Platform | undefined {
  const before = [...text.slice(Math.max(0, start - NEAR), start).matchAll(MENTION)].at(-1);
  const after = new RegExp(MENTION.source, 'iu').exec(text.slice(end, end + NEAR));
  const distanceBefore = before ? Math.min(NEAR, start) - before.index - before[0].length : Infinity;
  const nearest = after && after.index < distanceBefore ? after[0] : before?.[0];
  return nearest === undefined ? undefined : platformOf(nearest);
}

const MENTION = new RegExp(
  String.raw`(?<![a-z0-9])(?:${ANY_PLATFORM.split('|')
    .filter((word) => !AMBIGUOUS_WORDS.has(word))
    .concat('飞机', String.raw`(?<=\bon )x\b`, String.raw`(?<=\b(?:on|via|in) )(?:tg|fb|ig|yt|line|signal)\b`)
    .join('|')})`,
  'giu',
);
