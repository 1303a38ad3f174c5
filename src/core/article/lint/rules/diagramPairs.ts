import { LANGUAGES } from '../../language.ts';
import type { SiteRule } from '../rule.ts';

/** Both languages show the same diagrams, in the same order. */
export const diagramPairs: SiteRule = {
  kind: 'site',
  id: 'diagram-pairs',
  *check({ pages }) {
    const [english] = LANGUAGES;
    const originals = new Map(
      pages.flatMap((page) =>
        page.language === english && page.readable ? [[page.slug, page] as const] : [],
      ),
    );
    for (const { file, slug, language, readable, diagrams } of pages) {
      const original = originals.get(slug);
      if (language === english || !readable || !original) continue;
      if (diagrams.length !== original.diagrams.length) {
        const message = `This page has ${diagrams.length} diagrams and the English one ${original.diagrams.length}. Draw the same in both languages.`;
        yield { file, place: diagrams.at(-1)?.place ?? { line: 1, column: 1 }, severity: 'error', message };
        continue;
      }
      for (const [i, { text, place }] of diagrams.entries()) {
        const other = original.diagrams[i]!;
        // One that cannot be drawn is reported by itself.
        if (text === '' || other.text === '' || text === other.text) continue;
        const message = `This diagram has other boxes or arrows than the one in ${original.file} (line ${other.place.line}). Only the words may differ: keep the names of the boxes, their order and the arrows.`;
        yield { file, place, severity: 'error', message };
      }
    }
  },
};
