import type { List, ListItem } from 'mdast';
import type { Language } from '../../language.ts';
import type { Block } from '../blocks.ts';
import { textField, type Page } from '../page.ts';
import { beginsAsStep } from '../stepBeginning.ts';
import type { FileFinding, PageRule } from '../rule.ts';
import { excerpt, lengthOf, unitOf } from '../words.ts';

const MOST: Readonly<Record<'public' | 'internal', Readonly<Record<Language, number>>>> = {
  public: { en: 60, 'zh-CN': 100 },
  // Each step of a runbook ends with a decision.
  internal: { en: 80, 'zh-CN': 110 },
};

/** A step is one thing to do and what one then sees. */
export const stepLength: PageRule = {
  kind: 'page',
  id: 'step-length',
  *check(page) {
    const { language } = page;
    const most = MOST[textField(page, 'audience') === 'internal' ? 'internal' : 'public'][language];
    for (const { node, first, blocks } of stepsOf(page)) {
      const length = blocks.reduce((sum, { text }) => sum + lengthOf(text, language), 0);
      if (length <= most) continue;
      yield {
        at: page.bodyStart + (node.position?.start.offset ?? 0),
        severity: 'warning',
        message: `This step has ${length} ${unitOf(language)}, and ${most} are the most: "${excerpt(first.text)}" Make two of it, or move the explanation out of the list.`,
      };
    }
  },
};

/** A step begins with what to do, or with the case in which to do it. A list in which few do tells a sequence of events. */
export const stepVerb: PageRule = {
  kind: 'page',
  id: 'step-verb',
  *check(page) {
    const steps = stepsOf(page).map((step) => ({
      ...step,
      isStep: beginsAsStep(step.first.text, page.language),
    }));
    for (const [list, inList] of Map.groupBy(steps, ({ list }) => list)) {
      const wrong = inList.filter(({ isStep }) => !isStep);
      if (wrong.length * 2 >= inList.length && list.children.length > 1) continue;
      for (const { first } of wrong) yield notAStep(first, page);
    }
  },
};

function notAStep(first: Block, page: Page): FileFinding {
  const [verbs, condition] =
    page.language === 'en' ? ['Open, Check, Send', 'If …'] : ['打开、查看、发送', '如果……'];
  return {
    at: first.starts[0] ?? page.bodyStart,
    severity: 'warning',
    message: `"${excerpt(first.text)}" does not begin with what to do. Begin with a verb (${verbs}), or with the case it is for (${condition}).`,
  };
}

interface Step {
  readonly node: ListItem;
  readonly list: List;
  readonly first: Block;
  /** Its own paragraphs, without tables and lists in it. */
  readonly blocks: readonly Block[];
}

function stepsOf({ blocks, bodyStart }: Page): Step[] {
  return blocks.flatMap((first) => {
    if (!first.item?.ordered) return [];
    const { node, list } = first.item;
    const inside = node.children.filter(({ type }) => type === 'paragraph');
    const offsets = new Set(inside.map(({ position }) => bodyStart + (position?.start.offset ?? -1)));
    const own = blocks.filter((block) => block === first || offsets.has(block.starts[0] ?? -1));
    return [{ node, list, first, blocks: own }];
  });
}
