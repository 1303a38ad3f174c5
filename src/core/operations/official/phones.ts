import type { Found, PhoneCandidate } from './candidate.ts';

/** Digits as people group them: spaces, hyphens, dots, brackets. */
const NUMBER =
  /(?<![\p{L}\p{N}.,/])(?<plus>\+\s?|00(?=[1-9]))?(?<digits>\(?\d(?:[\s().\-–/]{0,3}\d){5,16})(?![\d.,]\d|\p{N})/gu;
const CALLED =
  /(?:call(?:ing|ed)?|phone|tel(?:ephone)?|dial|ring|text(?:ed)?|sms|mobile|hotline|helpline|number|whatsapp|电话|手机|来电|拨打|致电|热线|打给|号码|联系|座机|短信)[^.\n。]{0,24}$/i;
const DATE = /^(?:19|20)\d\d[-/. ]?[01]?\d[-/. ]|^\d{1,2}[/.]\d{1,2}[/.]\d{2,4}$/;

/**
 * Phone numbers in a text, by their shape and by the words before them. Only what is compared with the listed numbers is
 * needed, so no table of all countries' numbers is loaded for it.
 */
export function findPhones(text: string): Found<PhoneCandidate>[] {
  return [...text.matchAll(NUMBER)].flatMap((match) => {
    const { plus, digits: written = '' } = match.groups ?? {};
    const digits = written.replace(/\D/g, '');
    const isInternational = plus !== undefined;
    const before = text.slice(Math.max(0, match.index - 48), match.index);
    if (digits.length > 15 || DATE.test(written)) return [];
    if (!isInternational && !hasShapeOfPhone(written, digits) && !CALLED.test(before)) return [];
    return [
      {
        candidate: { kind: 'phone', text: match[0].trim(), digits, isInternational },
        start: match.index,
        end: match.index + match[0].length,
      },
    ];
  });
}

/** (020) 7946 0000, 555-010-9999, a Chinese mobile, 400-820-0000. */
function hasShapeOfPhone(written: string, digits: string): boolean {
  return (
    /^\(?0?\d{2,4}\)[\s-]?\d/.test(written) ||
    /^\d{3}[-. ]\d{3}[-. ]\d{4}$/.test(written) ||
    /^1[3-9]\d{9}$/.test(digits) ||
    /^(?:400|800)[- ]?\d{3,4}[- ]?\d{3,4}$/.test(written) ||
    /^0\d{2,4}[- ]\d{3,4}[- ]?\d{4}$/.test(written)
  );
}
