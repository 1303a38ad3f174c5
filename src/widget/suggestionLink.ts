import { articlePath, type Language } from '../core/article/language.ts';
import type { Span } from '../core/retrieval/sentences.ts';
import type { Suggestion } from '../core/retrieval/suggest.ts';
import { partsOf } from '../core/retrieval/textParts.ts';
import { element } from './element.ts';
import type { Strings } from './strings.ts';

export interface LinkContext {
  /** The reader's language. */
  readonly language: Language;
  /** Absolute address of the knowledge base. */
  readonly kb: string;
  readonly strings: Strings;
  readonly open: (suggestion: Suggestion) => void;
}

/** A suggested article: its title, and the sentence that answers, with the reader's own words marked. */
export function suggestionLink(
  suggestion: Suggestion,
  { kb, language, strings, open }: LinkContext,
): HTMLElement {
  const { passage, marks } = suggestion;
  const url = new URL(articlePath(suggestion.slug, suggestion.language).slice(1), kb);
  url.hash = passage.anchor;
  const foreign = suggestion.language !== language;
  const title = element('span', { class: 'title', part: 'title' }, ...marked(suggestion.title, marks.title));
  if (foreign) title.append(element('span', { class: 'language' }, strings.inOtherLanguage));
  const anchor = element(
    'a',
    {
      class: 'suggestion',
      part: 'suggestion',
      href: url.href,
      target: '_blank',
      rel: 'noopener',
      lang: suggestion.language,
    },
    title,
    element(
      'span',
      { class: 'passage', part: 'passage' },
      passage.heading && `${passage.heading} — `,
      ...marked(suggestion.sentence, marks.sentence),
    ),
    element('span', { class: 'visually-hidden', lang: language }, `(${strings.open})`),
  );
  anchor.addEventListener('click', () => open(suggestion));
  return anchor;
}

/** A text with the words in it marked that the reader used too. */
function marked(text: string, spans: readonly Span[]): (string | HTMLElement)[] {
  return partsOf(text, spans).map((part) => (part.isMarked ? element('mark', {}, part.text) : part.text));
}
