import type { Language } from '../../article/language.ts';
import type { TriageEnd, TriageTree } from './triageTree.ts';

/** How a kind of end is coloured, by the classes of diagrams. */
const CLASSES: Readonly<Record<TriageEnd['kind'], string>> = {
  article: 'good',
  reply: 'good',
  contact: 'warn',
  escalation: 'warn',
  incident: 'bad',
};

/**
 * A tree as a Mermaid flowchart in one language, its steps numbered as in the outline.
 * @param alt says what it shows, for readers who do not see it
 */
export function flowchartOf(
  tree: TriageTree,
  language: Language,
  alt: string,
  direction: 'TD' | 'LR' = 'TD',
): string {
  const names = new Map<string, string>([
    ...tree.steps.map(({ id }, i) => [id, `s${i + 1}`] as const),
    ...tree.ends.map(({ id }, i) => [id, `e${i + 1}`] as const),
  ]);
  return [
    `%% alt: ${oneLine(alt)}`,
    `flowchart ${direction}`,
    ...tree.steps.map(
      ({ id, question }, i) => `${names.get(id)!}{"${label(`${i + 1}. ${question[language]}`)}"}`,
    ),
    ...tree.ends.map(
      ({ id, title, kind }) => `${names.get(id)!}(["${label(title[language])}"]):::${CLASSES[kind]}`,
    ),
    ...tree.steps.flatMap(({ id, answers }) => {
      // Several answers that lead to the same place are one arrow.
      const byNext = Map.groupBy(answers, ({ next }) => next);
      return [...byNext].map(
        ([next, same]) =>
          `${names.get(id)!} -->|"${label(same.map((answer) => answer[language]).join(' / '))}"| ${names.get(next)!}`,
      );
    }),
  ].join('\n');
}

/** A label stands in double quotes, which it therefore cannot hold; a bar would end the words of an arrow. */
function label(text: string): string {
  return oneLine(text).replaceAll('"', '”').replaceAll('|', '/');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
