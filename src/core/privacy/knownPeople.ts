import { ORDINARY_NAMES } from './ordinaryNames.ts';

/** A text in which those who are known to take part in it are not named any more. */
export type NameMask = (text: string) => string;

const PLACEHOLDER = '[name]';
/** A ticket with more people in it is a mailing list. */
const MOST_NAMES = 60;
/** Addresses of mail and the web are the redactor's own business: taken apart they would no longer be recognised. */
const WHOLE = String.raw`[\w.+'-]{1,64}[@＠](?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}|https?://[^\s<>"'）)\]]+`;
/** Somebody spoken to in a chat. What follows a word, "error@line", or comes before a slash, "@scope/name", is none. */
const MENTION = String.raw`(?<![\p{L}\p{N}_.@/])@[\p{L}_][\p{L}\p{N}_.]{1,31}(?![\p{L}\p{N}_/])`;

/**
 * Masks names, handles and mail addresses that an export gives as those of a ticket's people, wherever its texts have them:
 * whole, and each word of them that is no ordinary one, in any case. What is guessed from the text alone is another finder's.
 */
export function nameMask(identities: readonly string[]): NameMask {
  const names = [...new Set(identities.slice(0, MOST_NAMES).flatMap(namesIn))].sort(
    (a, b) => b.length - a.length || (a < b ? -1 : 1),
  );
  const { pattern, probe } = names.length === 0 ? MENTIONS_ONLY : patternsFor(names.map(patternOf));
  return (text) =>
    probe.test(text) ? text.replace(pattern, (_, whole: string | undefined) => whole ?? PLACEHOLDER) : text;
}

interface Patterns {
  readonly pattern: RegExp;
  /** Most texts name nobody: to ask costs a fraction of replacing. */
  readonly probe: RegExp;
}

function patternsFor(names: readonly string[]): Patterns {
  const any = [...names, MENTION].join('|');
  return { pattern: new RegExp(`(?<whole>${WHOLE})|${any}`, 'giu'), probe: new RegExp(any, 'iu') };
}

const MENTIONS_ONLY = patternsFor([]);

/** All by which one identity may be named: `"Kate Doe" <kdoe@mail.example>` by Kate Doe, Kate, Doe and kdoe. */
function namesIn(identity: string): string[] {
  const text = identity.normalize('NFC').trim().slice(0, 120);
  const at = /([\w.+'-]{1,64})@/u.exec(text);
  if (at) {
    const [local] = at[1]!.split('+');
    const rest = text.replace(/[<(\[]?[\w.+'-]{1,64}@[^\s>)\]]+[>)\]]?/gu, ' ').replace(/["'<>@]/g, ' ');
    return [...(rest.trim() === '' ? [] : namesIn(rest)), ...localNames(local!)];
  }
  const plain = text.replace(/^["'@]+|["']+$/g, '').replace(/\s+/g, ' ');
  if (plain.length < 2 || !/\p{L}/u.test(plain) || /^https?:/.test(plain)) return [];
  if (/^[\p{Script=Han}·•]+$/u.test(plain)) return ORDINARY_NAMES.has(plain) ? [] : [plain];
  const words = plain.split(/[\s,，、()（）]+/u).filter((word) => /\p{L}/u.test(word));
  const telling = words.filter(isTelling);
  // "Customer Support" names nobody; "Will May" does, though each of its words is ordinary, in the case of names only.
  const isWhole =
    words.length > 1 && (telling.length > 0 || words.every((word) => GIVEN.has(word.toLowerCase())));
  return [...(isWhole ? [plain] : []), ...telling];
}

/** Ordinary words that are somebody's when two of them stand together. */
const GIVEN: ReadonlySet<string> = new Set(
  'will may mark bill grant joy art rich hope faith grace rose lily iris daisy violet ivy olive ruby pearl amber jade dawn eve summer april june august young long king page price banks brown green white black gray smith baker cook carter cooper fisher hunter mason miller porter potter turner walker cross hill wood woods stone ford lake brooks love jordan chase'.split(
    ' ',
  ),
);

const SHORTEST_LOCAL = 4;

function localNames(local: string): string[] {
  const pieces = local.split(/[._-]+/).filter((piece) => piece.length >= SHORTEST_LOCAL && isTelling(piece));
  return local.length >= SHORTEST_LOCAL && isTelling(local) ? [local, ...pieces] : pieces;
}

function isTelling(word: string): boolean {
  const plain = word.toLowerCase().replace(/[.'’]+$/u, '');
  if (ORDINARY_NAMES.has(plain) || /^\d+$/.test(plain)) return false;
  return /^[\p{Script=Han}·]+$/u.test(plain) ? plain.length >= 2 : plain.length >= 3;
}

/** Chinese has no spaces around names; anything else must stand by itself. */
function patternOf(name: string): string {
  const escaped = name.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`).replace(/ /g, String.raw`\s{1,3}`);
  return /^[\p{Script=Han}·•]+$/u.test(name)
    ? escaped
    : String.raw`(?<![\p{Script=Latin}\p{N}_])@?${escaped}(?![\p{Script=Latin}\p{N}_])`;
}
