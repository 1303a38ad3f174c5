import { inTurn, patternFinder } from './pattern.ts';

const DIGIT = String.raw`[零〇一幺二两三四五六七八九]`;
const WORD = String.raw`(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|(?:double|triple)[ -]\p{L}{2,5})`;

/** Who counts gives no number. */
const COUNTING = /一二三四|(?:one|two)[\s,-]{1,2}(?:two|three)[\s,-]{1,2}(?:three|four)[\s,-]/iu;

/** As people write numbers that a rule for digits would miss: in characters, in words, with an extension. */
const written = patternFinder(
  'phone',
  new RegExp(
    [
      String.raw`(?<!${DIGIT})${DIGIT}{7,13}(?!${DIGIT})`,
      String.raw`(?<![a-z])(?:${WORD}[\s,-]{1,2}){6,14}${WORD}(?![a-z])`,
      String.raw`(?<![\d.,-])\d{3}[\d -]{2,10}\d\s?(?:ext\.?|extension|分机号?|转)\s?\d{1,5}(?!\d)`,
    ].join('|'),
    'dgu',
  ),
  (value) => !COUNTING.test(value),
);
/** With a plus and eight digits it is meant as one, whether or not some country gives out such numbers. */
const international = patternFinder(
  'phone',
  /(?<![\d+])\+\s?[1-9](?:[\s().·-]{0,2}\d){7,14}(?![\d]|[.,]\d)/dgu,
);

export const findWrittenPhones = inTurn<'phone'>([written, international]);
