import { isDiagram } from '../../diagram/diagramsIn.ts';
import { diagramAltOf } from '../../diagram/flowchart.ts';
import type { PageRule } from '../rule.ts';
import { excerpt, HAN, lengthOf, unitOf } from '../words.ts';

const FEWEST = { en: 6, 'zh-CN': 10 } as const;

/** Who does not see a diagram is told in the page's language what it shows. */
export const diagramAlt: PageRule = {
  kind: 'page',
  id: 'diagram-alt',
  *check({ nodes, bodyStart, language }) {
    for (const node of nodes('code').filter(isDiagram)) {
      const at = bodyStart + (node.position?.start.offset ?? 0);
      const find = (message: string) => ({ at, severity: 'error' as const, message });
      const alt = diagramAltOf(node.value);
      if (alt === '') {
        yield find(
          'This diagram does not say in words what it shows. Begin the fence with a line such as `%% alt: A payment waits until a block takes it`.',
        );
      } else if ((language === 'zh-CN') !== HAN.test(alt)) {
        const name = language === 'en' ? 'English' : 'Chinese';
        yield find(
          `The words for this diagram, "${excerpt(alt)}", are not in ${name}. Translate them, and the labels.`,
        );
      } else if (lengthOf(alt, language) < FEWEST[language]) {
        yield find(
          `"${excerpt(alt)}" says too little of what the diagram shows (${lengthOf(alt, language)} ${unitOf(language)}, at least ${FEWEST[language]}). Say what a reader should see in it.`,
        );
      }
    }
  },
};
