import type { Language } from '../../article/language.ts';

/** Words that make a reply cold, false or hurried, each with what to write instead. */
export interface ToneFinding {
  /** In UTF-16 units. */
  readonly start: number;
  readonly found: string;
  readonly instead: string;
}

/** What to look for, and what to write instead: for the maintainer, in English like every message. */
const RULES: Readonly<Record<Language, readonly (readonly [pattern: RegExp, instead: string])[]>> = {
  en: [
    [
      /\b(?:dear )?valued customers?\b|\bdear (?:customer|user|sir|madam)\b/gi,
      'leave it out: the greeting comes by itself',
    ],
    [
      /\bany inconvenience\b|\binconvenience (?:this|it) (?:may|might|has)\b/gi,
      'name what went wrong for them',
    ],
    [
      /\b(?:kindly|please be (?:advised|informed|noted)|do the needful|as per|herewith|hereby)\b/gi,
      'say it as you would aloud',
    ],
    [/\b(?:obviously|simply|just|easy|easily|of course)\b/gi, 'leave it out: it is not easy for who asks'],
    [
      /\b(?:you (?:should|must) have|you failed|as (?:I|we) (?:already )?(?:said|told|mentioned)|your (?:fault|mistake))\b/gi,
      'say what helps now, not who was wrong',
    ],
    [
      /\b(?:guarantee|guaranteed|100 ?%|we promise|don't worry|rest assured|your funds are safe)\b/gi,
      'say what the customer can look up',
    ],
    [/!/g, 'end the sentence with a full stop'],
    [/\b(?:ASAP|FYI|IMPORTANT|URGENT|NEVER|MUST|NOT|DO NOT)\b/g, 'write it without capitals'],
  ],
  'zh-CN': [
    [/[您]/g, '写“你”：the site says 你 throughout'],
    [/亲爱的|尊敬的|亲[，,！]/g, 'leave it out: the greeting comes by itself'],
    [
      /给(?:你|您)?(?:带来|造成)(?:的|了)?(?:不便|困扰)|敬请谅解|望(?:请)?(?:知悉|谅解|周知)|请知悉|特此/g,
      '说清楚哪里出了问题: name what went wrong',
    ],
    [/显而易见|很简单|非常简单|只需|仅需|当然/g, 'leave it out: it is not easy for who asks'],
    [
      /你应该早|说过了|已经告诉(?:过)?你|是你(?:自己)?的(?:错|问题)/g,
      'say what helps now, not who was wrong',
    ],
    [/保证(?!金)|百分之百|100 ?%|请放心|放心|资金(?:是)?安全的/g, 'say what the customer can look up'],
    [/[！!]/g, 'end the sentence with a full stop'],
    [/第一时间|高度重视|赋能|闭环/g, 'say it as you would aloud'],
  ],
};

/** Where a reply is not plain and calm. A list of words, no judgement of style: a reviewer still has to read it. */
export function toneOf(text: string, language: Language): ToneFinding[] {
  return RULES[language]
    .flatMap(([pattern, instead]) =>
      [...text.matchAll(pattern)].map(({ 0: found, index }) => ({ start: index, found, instead })),
    )
    .sort((a, b) => a.start - b.start);
}
