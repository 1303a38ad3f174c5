import { config } from '../src/config.ts';
import { articlePath, detectLanguage, parseLanguage, type Language } from '../src/core/article/language.ts';
import type { Span } from '../src/core/retrieval/sentences.ts';
import { suggest, type Suggestion } from '../src/core/retrieval/suggest.ts';
import { partsOf } from '../src/core/retrieval/textParts.ts';
import { main, parseArguments, UsageError } from './lib/commandLine.ts';
import { openKnowledge } from './lib/knowledge.ts';

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
  const { embedder, indexes, safety, correct } = await openKnowledge('public');
  const mended = correct(text);
  const [vector] = await embedder.embed([mended]);
  const suggestions = suggest(mended, vector, indexes, {
    language,
    ...config.suggestions,
    safety,
  });
  if (config.embedder.kind === 'transformer')
    console.error('This is the first answer: in the widget, the transformer then has a second look.');
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
    .map(({ slug, language, title, probability, why, passage, sentence, marks, urgent }, place) =>
      [
        ...(urgent === undefined ? [] : [`!! ${urgent}`]),
        `${place + 1}. ${marked(title, marks.title)}  [${slug}, ${language}]`,
        `   ${urgent === undefined ? `${(probability * 100).toFixed(0)} % likely` : 'urgent'} · meaning ${why.dense.toFixed(3)} · words ${why.lexical.toFixed(2)}`,
        `   ${[passage.heading, marked(sentence, marks.sentence)].filter(Boolean).join(': ')}`,
      ].join('\n'),
    )
    .join('\n');
}

/** Words that the query has too, between asterisks. */
function marked(text: string, spans: readonly Span[]): string {
  return partsOf(text, spans)
    .map((part) => (part.isMarked ? `*${part.text}*` : part.text))
    .join('');
}
