import { queryProblems } from '../../../operations/signals/syntax.ts';
import { signalsField } from '../../../operations/signals/signal.ts';
import { LANGUAGES } from '../../language.ts';
import type { PageRule } from '../rule.ts';

/** A query that cannot run is found now, and not at night; and the links open what the page shows. */
export const signals: PageRule = {
  kind: 'page',
  id: 'signals',
  *check({ frontMatter: { data, offsetOf, offsetOfKey }, language, nodes }, { variables }) {
    if (data['signals'] === undefined) return;
    if (language !== 'en') {
      const message =
        'A translation shows the signals of its English page, which has the words in both languages. Remove `signals` here.';
      yield { at: offsetOfKey('signals'), severity: 'error', message };
      return;
    }
    // What has not the right fields is said by the rule on front matter.
    const result = signalsField.safeParse(data['signals']);
    if (!result.success) return;
    const shown = new Set(nodes('code').map(({ value }) => value.trim()));
    for (const [i, signal] of result.data.entries()) {
      const error = (field: string, message: string) => ({
        at: offsetOf(['signals', i, field]),
        severity: 'error' as const,
        message,
      });
      if (result.data.findIndex(({ id }) => id === signal.id) < i)
        yield error('id', `There are two signals "${signal.id}" on this page. Rename one.`);
      for (const problem of queryProblems(signal)) yield error('query', problem);
      if (!shown.has(signal.query.trim()))
        yield error(
          'query',
          `The page shows no code block with the query of "${signal.id}". Write it there to the letter, or change it here: the link must open what is shown.`,
        );
      for (const field of ['title', 'threshold'] as const) {
        for (const known of LANGUAGES) {
          for (const [found, name] of signal[field][known].matchAll(/\{([a-zA-Z][a-zA-Z0-9]*)\}/g))
            if (!Object.hasOwn(variables[known], name!))
              yield error(
                field,
                `${found} is not a variable. Correct the name, or add it to \`variables\` in src/config.ts.`,
              );
        }
      }
    }
  },
};
