import { isDiagram } from '../../diagram/diagramsIn.ts';
import { DiagramError, parseFlowchart, type Flowchart } from '../../diagram/flowchart.ts';
import type { Page } from '../page.ts';
import type { PageRule } from '../rule.ts';
import { excerpt, HAN, lengthOf, unitOf } from '../words.ts';

/** More than that in one box, and the diagram is a text with arrows. */
const LONGEST = { en: 12, 'zh-CN': 24 } as const;
/** More boxes do not fit one screen. */
const MOST_BOXES = 14;

/** Every diagram can be drawn, and read on a phone: top down, few boxes, short labels in the page's language. */
export const diagramReadable: PageRule = {
  kind: 'page',
  id: 'diagram-readable',
  *check(page) {
    for (const node of page.nodes('code').filter(isDiagram)) {
      const at = page.bodyStart + (node.position?.start.offset ?? 0);
      try {
        for (const message of complaints(parseFlowchart(node.value), page.language))
          yield { at, severity: 'error', message };
      } catch (error) {
        if (!(error instanceof DiagramError)) throw error;
        // The fence is a line of its own, before the diagram's first.
        const line = lineStart(page.text, at, error.line);
        yield { at: line, severity: 'error', message: `This diagram cannot be drawn: ${error.message}.` };
      }
    }
  },
};

function* complaints({ direction, nodes, edges }: Flowchart, language: Page['language']): Iterable<string> {
  if (direction === 'LR' && nodes.length > 3)
    yield `This diagram runs from left to right and has ${nodes.length} boxes: too wide for a phone. Write \`flowchart TD\`.`;
  if (nodes.length > MOST_BOXES)
    yield `This diagram has ${nodes.length} boxes, and ${MOST_BOXES} are the most that can be taken in. Make two of it.`;
  for (const { label } of [...nodes, ...edges]) {
    const length = lengthOf(label, language);
    if (length > LONGEST[language])
      yield `The label "${excerpt(label)}" has ${length} ${unitOf(language)}, and ${LONGEST[language]} are the most. Shorten it.`;
    if (language === 'en' ? HAN.test(label) : !HAN.test(label) && length > 3)
      yield `The label "${excerpt(label)}" is not in ${language === 'en' ? 'English' : 'Chinese'}. Translate it.`;
  }
}

function lineStart(text: string, from: number, lines: number): number {
  let at = from;
  for (let i = 0; i < lines; i++) at = text.indexOf('\n', at) + 1 || text.length;
  return at;
}
