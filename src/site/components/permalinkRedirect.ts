// Sends whoever opened a permalink on to the article in their language. It stands in the head, behind the links it reads, so
// that the page is gone before it is drawn.
import { permalinkLanguage } from '../../core/operations/desk/permalink.ts';

const language = permalinkLanguage(location.hash, navigator.languages);
const alternate = document.querySelector<HTMLLinkElement>(`link[rel="alternate"][hreflang="${language}"]`);
// In place of this page, so that Back leads to where the reader came from.
if (alternate) location.replace(new URL(alternate.href).pathname);
