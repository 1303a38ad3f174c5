import { getCollection } from 'astro:content';
import { readFile } from 'node:fs/promises';
import { config } from '../config.ts';
import { LOCALE_FOLDERS, type Language } from '../core/article/language.ts';
import { parseMarkdown } from '../core/article/markdown.ts';
import { substituteVariables } from '../core/article/variables.ts';
import { parseChecklist, withKeysOf, type ChecklistItem } from '../core/operations/access/checklist.ts';

/**
 * The checklist of an article, in a language; undefined if it has none.
 * @throws Error if a line lacks its owner or day, or the languages have not the same lines: what was ticked in one must
 * be ticked in the other
 */
export async function accessChecklist(
  slug: string,
  language: Language,
): Promise<readonly ChecklistItem[] | undefined> {
  const english = await itemsOf(slug, 'en');
  if (!english || language === 'en') return english;
  const translated = await itemsOf(slug, language);
  // Without a translation the page shows the English one.
  if (!translated) return english;
  const keyed = withKeysOf(english, translated);
  if (keyed) return keyed;
  throw new Error(
    `content/docs/${LOCALE_FOLDERS[language]}/${slug}.md: the checklist has not the same lines and days as the English page. Fix: bring both into the same order.`,
  );
}

async function itemsOf(slug: string, language: Language): Promise<readonly ChecklistItem[] | undefined> {
  const id = [LOCALE_FOLDERS[language], slug].filter(Boolean).join('/');
  const entry = (await getCollection('docs')).find((page) => page.id === id);
  if (!entry) return undefined;
  const body = entry.body ?? '';
  const tree = parseMarkdown(body);
  const file = `content/docs/${id}.md`;
  substituteVariables(tree, config.variables[language], file);
  const { items, wrong } = parseChecklist(tree);
  const [first] = wrong;
  if (first) {
    const whole = await readFile(file, 'utf8');
    const above = whole.slice(0, whole.lastIndexOf(body)).split('\n').length - 1;
    throw new Error(`${file}:${first.line + above}: ${first.message}`);
  }
  return items.length === 0 ? undefined : items;
}
