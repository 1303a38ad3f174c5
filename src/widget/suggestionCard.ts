import { articlePath, type Language } from '../core/article/language.ts';
import type { Span } from '../core/retrieval/sentences.ts';
import type { Suggestion } from '../core/retrieval/suggest.ts';
import { partsOf } from '../core/retrieval/textParts.ts';
import { age } from '../core/article/age.ts';
import { element } from './element.ts';
import type { Strings } from './strings.ts';

export interface CardContext {
  /** The reader's language. */
  readonly language: Language;
  /** Absolute address of the knowledge base. */
  readonly kb: string;
  readonly strings: Strings;
  /** Now, in milliseconds since 1970. */
  readonly now: number;
  readonly openHere: (suggestion: Suggestion) => void;
  /** A link of its own is followed; this is told. */
  readonly openTab: (suggestion: Suggestion) => void;
}

/** Where the best passage of a suggested article is. */
export function suggestionUrl({ slug, language, passage }: Suggestion, kb: string): URL {
  const url = new URL(articlePath(slug, language).slice(1), kb);
  url.hash = passage.anchor;
  return url;
}

/** A suggested article: its title and the sentence that answers, with the reader's own words marked; its age and language. */
export function suggestionCard(suggestion: Suggestion, context: CardContext): HTMLElement {
  const { kb, language, strings, now, openHere, openTab } = context;
  const { slug, passage, marks, title, sentence, reviewed } = suggestion;
  const { href } = suggestionUrl(suggestion, kb);
  const here = element(
    'a',
    { class: 'open', part: 'open', href, 'data-slug': slug, lang: suggestion.language },
    element('span', { class: 'title', part: 'title' }, ...marked(title, marks.title)),
    element(
      'span',
      { class: 'passage', part: 'passage' },
      passage.heading && `${passage.heading} — `,
      ...marked(sentence, marks.sentence),
    ),
    element('span', { class: 'here', lang: language }, strings.openHere),
  );
  here.addEventListener('click', (event) => {
    // Whoever asks the browser for a tab or a window gets one.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    openHere(suggestion);
  });
  const tab = element(
    'a',
    {
      class: 'tab',
      part: 'tab',
      href,
      target: '_blank',
      rel: 'noopener',
      'aria-label': strings.openTabLabel(title),
    },
    strings.openTab,
  );
  tab.addEventListener('click', () => openTab(suggestion));
  return element(
    'li',
    { class: 'suggestion', part: 'suggestion' },
    here,
    element(
      'div',
      { class: 'meta' },
      element('span', { class: 'age' }, reviewed ? strings.checked(age(reviewed, now, language)) : ''),
      ...(suggestion.language === language
        ? []
        : [element('span', { class: 'language' }, strings.languages[suggestion.language])]),
      tab,
    ),
  );
}

/** A text with the words in it marked that the reader used too. */
function marked(text: string, spans: readonly Span[]): (string | HTMLElement)[] {
  return partsOf(text, spans).map((part) => (part.isMarked ? element('mark', {}, part.text) : part.text));
}
