import { patternFinder } from './pattern.ts';

const MONTH = String.raw`(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?`;
const YEAR = String.raw`(?:19|20)\d{2}`;
const DATE = [
  String.raw`\d{1,2}[./-]\d{1,2}[./-](?:${YEAR}|\d{2})(?!\d)`,
  String.raw`${YEAR}[./-]\d{1,2}[./-]\d{1,2}(?!\d)`,
  String.raw`${YEAR}\s?年\s?\d{1,2}\s?月(?:\s?\d{1,2}\s?[日号]?)?`,
  String.raw`\d{1,2}(?:st|nd|rd|th)?(?:\sof)?\s${MONTH},?\s(?:${YEAR}|\d{2})(?!\d)`,
  String.raw`${MONTH}\s\d{1,2}(?:st|nd|rd|th)?,?\s(?:${YEAR}|\d{2})(?!\d)`,
  String.raw`(?:19|20)\d{6}(?!\d)`,
].join('|');

/** Days of birth, where the words beside them say so: any other date is what happened, which mining must keep. */
export const findBirthDates = patternFinder(
  'birth-date',
  new RegExp(
    [
      String.raw`(?:(?<![a-z])(?:birth\s?(?:day|date)|date of birth|d\.?o\.?b\.?|born(?: on| in)?)|出生(?:日期|年月日?)?|生日)(?:\s(?:is|was)|是|为)?[\s:=,]{0,3}(?<said>${DATE})`,
      String.raw`(?<![\d./-])(?<before>${DATE})\s?(?:出生|生的|生人|is my (?:birthday|date of birth))`,
    ].join('|'),
    'dgu',
  ),
);
