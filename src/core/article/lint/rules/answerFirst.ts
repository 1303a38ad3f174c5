import type { Language } from '../../language.ts';
import { lengthOf, unitOf } from '../words.ts';
import type { PageRule } from '../rule.ts';

const MOST: Readonly<Record<Language, number>> = { en: 60, 'zh-CN': 120 };

/** The answer stands before the first heading, and can be read at a glance. */
export const answerFirst: PageRule = {
  kind: 'page',
  id: 'answer-first',
  *check({ tree, bodyStart, headings, blocks, language }) {
    const end = headings[0]?.start ?? Infinity;
    const answer = blocks.filter(({ starts }) => starts[0] !== undefined && starts[0] < end);
    const most = MOST[language];
    const unit = unitOf(language);
    const first = tree.children[0];
    const at = bodyStart + (first?.position?.start.offset ?? 0);
    if (answer.length === 0) {
      const message = `There is no answer before the first heading. Begin with one or two sentences that answer the title, in at most ${most} ${unit}.`;
      yield { at, severity: 'error', message };
      return;
    }
    if (first?.type !== 'paragraph') {
      const message = `The page begins with a ${first?.type === 'containerDirective' ? 'notice' : (first?.type ?? 'gap')}. Begin with one or two sentences that answer the title.`;
      yield { at, severity: 'error', message };
    }
    const length = answer.reduce((sum, { text }) => sum + lengthOf(text, language), 0);
    if (length > most) {
      const message = `The answer before the first heading has ${length} ${unit}; at most ${most} are read at a glance. Move the rest under a heading.`;
      yield { at, severity: 'error', message };
    }
  },
};
