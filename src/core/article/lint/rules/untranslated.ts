import { excerpt, HAN, lengthOf } from '../words.ts';
import type { PageRule } from '../rule.ts';

const MANY_WORDS = 8;

/** A page is in its language. What is quoted (`>`) or in code may be in the other one. */
export const untranslated: PageRule = {
  kind: 'page',
  id: 'untranslated',
  *check({ blocks, language }) {
    for (const { text, starts, quoted, opaque, kind } of blocks) {
      if (quoted || text.trim() === '') continue;
      const own = opaque.includes(true)
        ? text.replace(/[^]/g, (unit, i: number) => (opaque[i] ? '' : unit))
        : text;
      const hasHan = HAN.test(own);
      const isWrong =
        language === 'en'
          ? (own.match(/\p{Script=Han}/gu)?.length ?? 0) > lengthOf(own, 'en') / 2
          : !hasHan &&
            (kind === 'heading'
              ? /\p{Script=Latin}{4}/u.test(own) && lengthOf(own, 'en') > 3
              : lengthOf(own, 'en') > MANY_WORDS);
      if (!isWrong) continue;
      yield {
        at: starts[0]!,
        severity: 'error',
        message: `"${excerpt(text)}" is not in ${language === 'en' ? 'English' : 'Chinese'}. Translate it, or quote it with \`>\` if it is meant for somebody else.`,
      };
    }
  },
};
