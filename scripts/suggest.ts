import { config } from '../src/config.ts';
import { articlePath, detectLanguage, parseLanguage, type Language } from '../src/core/article/language.ts';
import { suggest, type Suggestion } from '../src/core/retrieval/suggest.ts';
import { main, parseArguments, UsageError } from './lib/commandLine.ts';
import { buildIndexes, loadModel } from './lib/knowledge.ts';

const USAGE = 'npm run suggest -- "text" [--lang en|zh-CN] [--json]';

/** Prints what the widget would suggest for a text: public articles only, like the widget. */
await main(USAGE, async () => {
  const { values, positionals } = parseArguments({
    lang: { type: 'string' },
    json: { type: 'boolean', default: false },
  });
  const text = positionals.join(' ');
  if (text.trim() === '') throw new UsageError('There is no text to suggest for.');
  const language = readerLanguage(values.lang, text);
  const embedder = await loadModel();
  const [vector] = await embedder.embed([text]);
  const suggestions = suggest(text, vector, await buildIndexes('public', embedder), {
    language,
    ...config.suggestions,
  });
  console.log(
    values.json ? JSON.stringify(asJson(text, language, suggestions), null, 2) : asText(suggestions),
  );
});

function readerLanguage(wanted: string | undefined, text: string): Language {
  if (wanted === undefined) {
    const detected = detectLanguage(text);
    return detected === 'other' ? 'en' : detected;
  }
  const language = parseLanguage(wanted);
  if (!language) throw new UsageError(`Unknown language "${wanted}": expected en or zh-CN.`);
  return language;
}

function asJson(query: string, language: Language, suggestions: readonly Suggestion[]) {
  return {
    query,
    language,
    abstained: suggestions.length === 0,
    threshold: config.suggestions.threshold,
    suggestions: suggestions.map(({ probability, ...suggestion }) => ({
      ...suggestion,
      path: articlePath(suggestion.slug, suggestion.language),
      score: probability,
    })),
  };
}

function asText(suggestions: readonly Suggestion[]): string {
  if (suggestions.length === 0) {
    return `Nothing: no article is likely enough to answer (threshold ${config.suggestions.threshold}).`;
  }
  return suggestions
    .map(({ slug, language, title, probability, why, passage }, place) =>
      [
        `${place + 1}. ${title}  [${slug}, ${language}]`,
        `   ${(probability * 100).toFixed(0)} % likely · meaning ${why.dense.toFixed(3)} · words ${why.lexical.toFixed(2)}`,
        `   ${[passage.heading, passage.text].filter(Boolean).join(': ').replace(/\s+/g, ' ').slice(0, 140)}`,
      ].join('\n'),
    )
    .join('\n');
}
