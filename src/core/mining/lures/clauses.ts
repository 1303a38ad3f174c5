import { lookalikesOf } from '../../operations/official/confusables.ts';
import { plainText } from '../../operations/official/plainText.ts';
import { comparableText } from '../../retrieval/comparableText.ts';

/** A stretch of a post that says one thing. */
export interface Clause {
  /** As it was written, made legible: for links and names, whose odd letters matter. */
  readonly written: string;
  /** As rules read it: lower case, Latin letters for their look-alikes, simplified characters. */
  readonly form: string;
  /** Whether it ends with a question mark. */
  readonly isQuestion: boolean;
}

/** Longer posts are cut: a lure comes to the point. */
const LONGEST_POST = 4000;

/** The clauses of a post, with what people do to words to hide them undone. */
export function clausesOf(text: string): Clause[] {
  const legible = withoutGaps(
    plainText(divided(withPlus(text.slice(0, LONGEST_POST))))
      .normalize('NFC')
      .replace(DECORATION, ' '),
  );
  return legible
    .split(BETWEEN_CLAUSES)
    .map((part) => part.trim())
    .filter((part) => /[\p{L}\p{N}]/u.test(part))
    .map((written) => ({
      written,
      form: comparableText(latinised(written)).toLowerCase().replace(/\s+/g, ' '),
      isQuestion: /[?？]\s*$/.test(written) && !NO_QUESTION.test(written),
    }));
}

/** "Open a ticket here, ok?": asks for nothing but obedience. "Is that ok?" asks. */
const NO_QUESTION =
  /(?<!\p{L})(?<!\b(?:is|it|that|this|are|be|was)\s)(?:ok(?:ay)?|alright|understood|got it)\s*[?？]\s*$/iu;

/** ➕V, +微信: "add me". */
function withPlus(text: string): string {
  return text.replace(/[➕＋+]\s*(?=[v薇威微q]|飞机|电报)/giu, '加');
}

/** Chinese commas divide clauses; in half width they could not be told from English ones, which do not. */
function divided(text: string): string {
  return text.replace(/[，；！？](?=.)/gu, '$&\n');
}

/** Marks at the end of a sentence, if a space follows: a dot within a link ends nothing. */
const BETWEEN_CLAUSES =
  /(?<=[.!?;…](?=\s|$))|(?<=。(?=.))|\n+|(?<=,)(?=\s(?:but|just|only|kindly|please|then|contact|message|dm|pm|add|write|click|go|open|come|fill|accept|confirm|use|visit|check|log|submit|reach|connect|drop|text|email|follow|join|head|proceed|instead|so|tell|you|he|she|they|let|i|we|it)\b(?!,| or\b))|\s(?=but\s)/iu;

/** Emoji and ornaments between words or letters. */
const DECORATION = /[\p{Extended_Pictographic}\uFE0F\u200D\u2600-\u27BF●★☆◆■▶►→⇒✓•·]+/gu;

/** `W h a t s A p p`, `加 薇 信`: single characters with spaces between them, four or more, or three of Chinese. */
function withoutGaps(text: string): string {
  return text
    .replace(/(?<![\p{L}\p{N}])(?:[a-z0-9][ \t]){3,}[a-z0-9](?![\p{L}\p{N}])/giu, (run) =>
      run.replace(/[ \t]/g, ''),
    )
    .replace(/(?<!\p{Script=Han})(?:\p{Script=Han}[ \t]){2,}\p{Script=Han}(?!\p{Script=Han})/gu, (run) =>
      run.replace(/[ \t]/g, ''),
    )
    .replace(/(?<=[加薇威微v])[ \t.\-_*]+(?=[信薇威微])/giu, '');
}

const LATIN = new Map(
  [...'abcdefghijkmnopqrstuvwxyz'].flatMap((letter) =>
    lookalikesOf(letter)
      .filter((sign) => !/[\u0000-\u007f]/.test(sign))
      .map((sign) => [sign, letter] as const),
  ),
);

/** Words that mix Latin letters with others' that look like them, in Latin letters. */
function latinised(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\p{L}\p{M}]+/gu, (word) =>
      /[a-z]/i.test(word) && /[^\u0000-\u007f\p{Script=Han}]/u.test(word)
        ? [...word.toLowerCase()].map((sign) => LATIN.get(sign) ?? sign).join('')
        : word,
    );
}
