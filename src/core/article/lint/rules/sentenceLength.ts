import type { Language } from '../../language.ts';
import { sentencesOf } from '../../../retrieval/sentences.ts';
import { excerpt, lengthOf, unitOf } from '../words.ts';
import type { PageRule } from '../rule.ts';

/** English: a little above the 25 words that GOV.UK's content design guidance takes for the most. Chinese: two full lines. */
const MOST: Readonly<Record<Language, number>> = { en: 30, 'zh-CN': 60 };

/** A sentence is understood at the first reading. */
export const sentenceLength: PageRule = {
  kind: 'page',
  id: 'sentence-length',
  *check({ blocks, language }) {
    for (const { kind, text, starts, quoted } of blocks) {
      if (kind !== 'paragraph' || quoted) continue;
      for (const { start, end } of sentencesOf(text)) {
        const sentence = text.slice(start, end);
        const length = lengthOf(sentence, language);
        if (length <= MOST[language]) continue;
        yield {
          at: starts[start]!,
          severity: 'warning',
          message: `This sentence has ${length} ${unitOf(language)}, and ${MOST[language]} are the most: "${excerpt(sentence)}" Make two of it.`,
        };
      }
    }
  },
};
