import { getCollection } from 'astro:content';
import { config } from '../config.ts';
import { splitLocale, type Language } from '../core/article/language.ts';
import type { Layer } from '../core/mining/layer.ts';
import type { Signal } from '../core/operations/signals/signal.ts';

/** The signals of a runbook, with the deployment's own values in their words. */
export interface RunbookSignals {
  readonly slug: string;
  readonly title: string;
  readonly layer: Layer | undefined;
  readonly signals: readonly Signal[];
}

/** The signals of every runbook that has some, by slug; they stand in the English page. */
export async function runbookSignals(language: Language): Promise<ReadonlyMap<string, RunbookSignals>> {
  const entries = await getCollection('docs');
  const titles = new Map(
    entries
      .map(({ id, data }) => ({ ...splitLocale(id), title: data.title }))
      .filter((page) => page.language === language)
      .map(({ slug, title }) => [slug, title]),
  );
  return new Map(
    entries
      .filter(({ id, data }) => splitLocale(id).language === 'en' && (data.signals?.length ?? 0) > 0)
      .map(({ id, data }) => [
        id,
        {
          slug: id,
          title: titles.get(id) ?? data.title,
          layer: data.layer,
          signals: (data.signals ?? []).map(filledIn),
        },
      ]),
  );
}

function filledIn(signal: Signal): Signal {
  const fill = (text: Signal['title']): Signal['title'] => ({
    en: filled(text.en, 'en'),
    'zh-CN': filled(text['zh-CN'], 'zh-CN'),
  });
  return { ...signal, title: fill(signal.title), threshold: fill(signal.threshold) };
}

/** The lint knows every name that may stand there. */
function filled(text: string, language: Language): string {
  return text.replace(/\{(\w+)\}/g, (found, name: string) => config.variables[language][name] ?? found);
}
