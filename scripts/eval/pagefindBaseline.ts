import { chromium } from '@playwright/test';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as pagefind from 'pagefind';
import type { Article } from '../../src/core/article/article.ts';
import type { Language } from '../../src/core/article/language.ts';
import type { LabelledQuery } from '../../src/core/retrieval/evaluation/query.ts';
import { ensureChromium } from '../lib/chromium.ts';

/** What Pagefind itself finds, driven in Chromium: the pages of an article's language, as the site would index them. */
export async function pagefindRankings(
  articles: readonly Article[],
  queries: readonly LabelledQuery[],
): Promise<string[][]> {
  const files = await indexFiles(articles);
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname.slice(1);
    const content = files.get(path);
    if (content) {
      const type = path.endsWith('.js') ? 'text/javascript' : 'application/octet-stream';
      response.writeHead(200, { 'Content-Type': type }).end(content);
    } else {
      // Any other address is an empty page in the language it names: Pagefind reads the language from it.
      response
        .writeHead(200, { 'Content-Type': 'text/html' })
        .end(`<!doctype html><html lang="${path}"><title>.</title>`);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const browser = await chromium.launch({ executablePath: await ensureChromium(), args: ['--no-sandbox'] });
  try {
    const rankings = new Map<string, string[]>();
    for (const language of new Set(queries.map((query) => query.language))) {
      const page = await browser.newPage();
      await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/${language}`);
      const own = queries.filter((query) => query.language === language);
      const found = await page.evaluate(
        searchAll,
        own.map(({ text }) => text),
      );
      own.forEach(({ id }, i) => rankings.set(id, found[i]!));
    }
    return queries.map(({ id }) => rankings.get(id)!);
  } finally {
    await browser.close();
    server.close();
    await pagefind.close();
  }
}

/** Runs in the page. */
async function searchAll(texts: string[]): Promise<string[][]> {
  interface Pagefind {
    search(query: string): Promise<{ results: { data(): Promise<{ raw_url: string }> }[] }>;
  }
  const address = '/pagefind/pagefind.js';
  const engine = (await import(address)) as Pagefind;
  const rankings: string[][] = [];
  for (const text of texts) {
    const { results } = await engine.search(text);
    const pages = await Promise.all(results.slice(0, 10).map((result) => result.data()));
    rankings.push(pages.map(({ raw_url }) => raw_url.slice(1)));
  }
  return rankings;
}

async function indexFiles(articles: readonly Article[]): Promise<Map<string, Uint8Array>> {
  const { index, errors } = await pagefind.createIndex({});
  if (!index) throw new Error(`Pagefind could not start: ${errors.join('; ')}`);
  for (const article of articles) await index.addCustomRecord(recordOf(article));
  const { files } = await index.getFiles();
  return new Map(files.map(({ path, content }) => [`pagefind/${path}`, content]));
}

function recordOf({ slug, language, frontMatter, passages }: Article): {
  url: string;
  language: Language;
  content: string;
  meta: Record<string, string>;
} {
  const { title, questions } = frontMatter;
  const body = passages.map(({ heading, text }) => `${heading}\n${text}`);
  return { url: `/${slug}`, language, content: [title, ...questions, ...body].join('\n'), meta: { title } };
}
