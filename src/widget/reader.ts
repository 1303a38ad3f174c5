import type { Suggestion } from '../core/retrieval/suggest.ts';
import { element } from './element.ts';

/** Elements of an article that are shown in the panel; of any other, what is in it is. */
const SHOWN = new Set(
  'a aside b blockquote br code dd dl dt em h2 h3 h4 hr i img kbd li ol p pre s strong sub sup table tbody td th thead tr ul'.split(
    ' ',
  ),
);
/** What is left out with all that is in it. */
const LEFT_OUT = 'script, style, template, iframe, object, svg, button, .sl-anchor-link, .sr-only, [hidden]';

/**
 * Where an article will stand once it is there, scrolled to the part that the address names.
 * @param onlyPart says that a passage stands for the whole, if the page cannot be had
 */
export function articlePlace(
  url: URL,
  suggestion: Suggestion,
  fetchPage: (url: URL) => Promise<string>,
  onlyPart: HTMLElement,
): HTMLElement {
  const place = element('div', { 'aria-busy': 'true' });
  void articleBody(url, suggestion, fetchPage, onlyPart).then((body) => {
    place.append(body);
    if (url.hash) scrollTo(body, url.hash);
    place.removeAttribute('aria-busy');
  });
  return place;
}

/**
 * Brings an article, to be read in the panel without leaving the form. The page is parsed but never becomes part of this
 * one: of its elements only plain ones are made anew, without attributes but for addresses and texts, so nothing in it
 * can run, whatever a help site was made to serve.
 *
 * @param url of the article's page
 * @returns the article's body; its passages as plain text if the page cannot be had
 */
async function articleBody(
  url: URL,
  suggestion: Suggestion,
  fetchPage: (url: URL) => Promise<string>,
  onlyPart: HTMLElement,
): Promise<HTMLElement> {
  const body = element('div', { class: 'article', part: 'article', lang: suggestion.language });
  try {
    const page = new DOMParser().parseFromString(unstyled(await fetchPage(url)), 'text/html');
    const content = page.querySelector('.sl-markdown-content') ?? page.querySelector('main');
    if (!content) throw new Error(`${url.href} holds no article.`);
    body.append(...copied(content, url));
  } catch (error) {
    console.warn('Firstline shows what the index has of an article:', error);
    const { heading, text } = suggestion.passage;
    const paragraphs = text.split(/\n+/).map((line) => element('p', {}, line));
    body.append(onlyPart, ...(heading ? [element('h3', {}, heading)] : []), ...paragraphs);
  }
  return body;
}

/** Scrolls an article to a heading, and nothing around it. */
function scrollTo(body: HTMLElement, hash: string): void {
  const heading = body.querySelector<HTMLElement>(
    `[data-anchor="${CSS.escape(decodeURIComponent(hash.slice(1)))}"]`,
  );
  if (heading) body.scrollTop += heading.getBoundingClientRect().top - body.getBoundingClientRect().top - 8;
}

/** A policy that forbids inline styles complains of each, even in a page that is only parsed. */
function unstyled(html: string): string {
  return html.replace(/<style[\s\S]*?<\/style>|\sstyle=(?:"[^"]*"|'[^']*')/gi, '');
}

function copied(node: Node, base: URL): (Node | string)[] {
  return [...node.childNodes].flatMap((child) => {
    if (child.nodeType === Node.TEXT_NODE) return [child.textContent ?? ''];
    if (!(child instanceof HTMLElement) || child.matches(LEFT_OUT)) return [];
    const name = child.localName;
    if (!SHOWN.has(name)) return copied(child, base);
    const made = document.createElement(name);
    if (child.id) made.dataset['anchor'] = child.id;
    if (name === 'a') link(made, child, base);
    if (name === 'img') image(made, child, base);
    made.append(...copied(child, base));
    // A table is wider than a phone: it scrolls by itself.
    return name === 'table' ? [element('div', { class: 'scroll', tabindex: '0' }, made)] : [made];
  });
}

function link(made: HTMLElement, original: Element, base: URL): void {
  const url = addressOf(original.getAttribute('href'), base);
  if (!url) return;
  if (url.pathname === base.pathname && url.origin === base.origin && url.hash) {
    // Within the article: scrolled to, where it is being read.
    made.setAttribute('href', url.href);
    made.addEventListener('click', (event) => {
      event.preventDefault();
      const body = made.closest<HTMLElement>('.article');
      if (body) scrollTo(body, url.hash);
    });
    return;
  }
  for (const [name, value] of [
    ['href', url.href],
    ['target', '_blank'],
    ['rel', 'noopener'],
  ] as const)
    made.setAttribute(name, value);
}

/** Pictures of the help site itself, and of nobody else. */
function image(made: HTMLElement, original: Element, base: URL): void {
  const url = addressOf(original.getAttribute('src'), base);
  made.setAttribute('alt', original.getAttribute('alt') ?? '');
  if (url?.origin === base.origin) made.setAttribute('src', url.href);
}

function addressOf(address: string | null, base: URL): URL | undefined {
  if (address === null || !URL.canParse(address, base)) return undefined;
  const url = new URL(address, base);
  return /^(?:https?|mailto):$/.test(url.protocol) ? url : undefined;
}
