/**
 * The distinct words of a Chinese text as browsers cut it (Intl.Segmenter). Pagefind cuts Chinese with one dictionary
 * where the site is built and with the browser's when it searches, so that 客服 misses a page where 假客服 is one word.
 * With these words beside the page's own, both cuts are in the index.
 */
export function searchWords(text: string): string[] {
  const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' });
  const words = [...segmenter.segment(text)].map(({ segment }) => segment);
  return [...new Set(words.filter((word) => /\p{Script=Han}/u.test(word)))];
}
