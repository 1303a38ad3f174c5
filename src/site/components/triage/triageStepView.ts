import type { TriageStep, TriageTree } from '../../../core/operations/triage/triageTree.ts';
import { mostLeft, stepOf, type Walk } from '../../../core/operations/triage/walk.ts';
import { actionButton, make } from '../dom.ts';
import { sayIn, type TriageData } from './triageData.ts';

/** What was answered so far, each with a button to answer it anew. */
export function trailView(
  walk: Walk,
  data: TriageData,
  editing: number | undefined,
  edit: (place: number) => void,
): HTMLElement[] {
  if (walk.choices.length === 0) return [];
  const { tree, language } = data;
  const say = sayIn(data);
  const trail = make('ol', 'fl-trail');
  trail.setAttribute('aria-label', say('walk.trail'));
  trail.append(
    ...walk.choices.map(({ step, answer }, place) => {
      const { question, answers } = stepOf(tree, step)!;
      const item = make('li');
      const change = actionButton(say('walk.change'), () => edit(place));
      change.className = 'fl-change';
      change.setAttribute('aria-label', say('walk.changeNamed', { question: question[language] }));
      if (place === editing) item.setAttribute('aria-current', 'step');
      item.append(
        make('span', 'fl-asked', question[language]),
        make('strong', '', answers[answer]![language]),
        change,
      );
      return item;
    }),
  );
  return [trail];
}

/** The question with its answers. */
export function stepView(
  step: TriageStep,
  place: number,
  chosen: number | undefined,
  data: TriageData,
  fields: readonly HTMLElement[],
  choose: (answer: number) => void,
): HTMLElement {
  const { tree, language } = data;
  const section = make('section', 'fl-step');
  const heading = make('h2', '', step.question[language]);
  heading.id = 'fl-question';
  heading.tabIndex = -1;
  section.setAttribute('aria-labelledby', heading.id);
  const answers = make('div', 'fl-answers');
  answers.setAttribute('role', 'group');
  answers.setAttribute('aria-labelledby', heading.id);
  answers.append(
    ...step.answers.map((answer, i) => {
      const key = i < 9 ? String(i + 1) : '';
      const button = actionButton('', () => choose(i), key);
      button.prepend(make('span', '', answer[language]));
      if (i === chosen) button.setAttribute('aria-current', 'true');
      return button;
    }),
  );
  section.append(
    make('p', 'fl-progress', progress(tree, step, place, data)),
    heading,
    ...(step.why ? [make('p', 'fl-why', step.why[language])] : []),
    ...fields,
    answers,
  );
  return section;
}

function progress(tree: TriageTree, { id }: TriageStep, place: number, data: TriageData): string {
  const left = mostLeft(tree, id);
  const say = sayIn(data);
  const n = String(place + 1);
  if (left === undefined) return say('walk.progress', { n });
  return left === 1
    ? say('walk.progressLast', { n })
    : say('walk.progressLeft', { n, left: String(left - 1) });
}
