import { labelWords } from './words.ts';

export const LABEL_TERMS = 6;
/** A word of fewer tickets is that ticket's, not the issue's. */
const FEWEST_TICKETS = 2;

/**
 * The terms that tell each group of texts from the others, most telling first: class-based TF-IDF (Grootendorst,
 * "BERTopic: Neural topic modeling with a class-based TF-IDF procedure", 2022), where a text counts a word once, so
 * that one long complaint does not name the issue.
 */
export function labelTerms(groups: readonly (readonly string[])[], howMany = LABEL_TERMS): string[][] {
  const counts = groups.map((texts) => {
    const count = new Map<string, { tickets: number; forms: Map<string, number> }>();
    for (const text of texts) {
      for (const [key, form] of labelWords(text)) {
        const entry = count.get(key) ?? { tickets: 0, forms: new Map<string, number>() };
        entry.tickets++;
        entry.forms.set(form, (entry.forms.get(form) ?? 0) + 1);
        count.set(key, entry);
      }
    }
    return count;
  });
  const everywhere = new Map<string, number>();
  let total = 0;
  for (const count of counts) {
    for (const [key, { tickets }] of count) {
      everywhere.set(key, (everywhere.get(key) ?? 0) + tickets);
      total += tickets;
    }
  }
  const average = total / Math.max(1, groups.length);
  return counts.map((count, group) => {
    const size = Math.max(1, groups[group]!.length);
    return [...count]
      .filter(([, { tickets }]) => tickets >= FEWEST_TICKETS)
      .map(([key, { tickets, forms }]) => ({
        form: commonest(forms),
        weight: (tickets / size) * Math.log(1 + average / everywhere.get(key)!),
      }))
      .sort((a, b) => b.weight - a.weight || (a.form < b.form ? -1 : 1))
      .slice(0, howMany)
      .map(({ form }) => form);
  });
}

function commonest(forms: ReadonlyMap<string, number>): string {
  return [...forms].reduce((best, next) =>
    next[1] > best[1] || (next[1] === best[1] && next[0] < best[0]) ? next : best,
  )[0];
}
