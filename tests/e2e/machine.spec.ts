import { expect, test, type APIRequestContext, type Page } from '@playwright/test';
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { LANGUAGES } from '../../src/core/article/language.ts';
import { articlesFile, articlesSchema, type ArticlesFile } from '../../src/core/article/publishedArticle.ts';

const SITE = 'https://help.firstline.example/';
const EDITIONS = [
  { edition: 'public', origin: 'http://localhost:4331', dist: 'dist' },
  { edition: 'internal', origin: 'http://localhost:4332', dist: 'dist-internal' },
] as const;

const FOLDERS = { en: '', 'zh-CN': 'zh-cn/' } as const;

/** What is served there, as text; the test fails if it is not. */
async function text(request: APIRequestContext, address: string): Promise<string> {
  const response = await request.get(address);
  expect(response.status(), address).toBe(200);
  return response.text();
}

async function articles(
  request: APIRequestContext,
  origin: string,
  language: (typeof LANGUAGES)[number],
): Promise<ArticlesFile> {
  return articlesFile.parse(JSON.parse(await text(request, `${origin}/api/v1/articles.${language}.json`)));
}

/** The same place on the server under test. */
const at = (origin: string, address: string): string => address.replace(SITE, `${origin}/`);

for (const { edition, origin, dist } of EDITIONS) {
  test.describe(`${edition} edition`, () => {
    test('the API follows its own schema, and holds what the edition may', async ({ request }) => {
      const published: unknown = JSON.parse(await text(request, `${origin}/api/v1/articles.schema.json`));
      expect(published).toEqual(articlesSchema(`${SITE}api/v1/articles.schema.json`));
      const schema = z.fromJSONSchema(published as Parameters<typeof z.fromJSONSchema>[0]);
      for (const language of LANGUAGES) {
        const file = await articles(request, origin, language);
        expect(schema.safeParse(file).error).toBeUndefined();
        expect(file).toMatchObject({ edition, language, $schema: `${SITE}api/v1/articles.schema.json` });
        const slugs = file.articles.map(({ slug }) => slug);
        expect(slugs).toEqual(slugs.toSorted());
        expect(slugs).toContain('wallet/pending-transaction');
        expect(new Set(file.articles.map(({ audience }) => audience))).toEqual(
          new Set(edition === 'public' ? ['public'] : ['public', 'internal']),
        );
        for (const { related, body, hash } of file.articles) {
          for (const slug of related) expect(slugs).toContain(slug);
          expect(body).not.toMatch(/\]\(\/|^:::/m);
          expect(hash).toMatch(/^[0-9a-f]{12}$/);
        }
      }
    });

    test('pages, Markdown and pictures of the API are there, and passages are where it says', async ({
      request,
      page,
    }) => {
      for (const language of LANGUAGES) {
        const { articles: all } = await articles(request, origin, language);
        for (const { url, markdown, title, slug } of all) {
          const [html, plain] = await Promise.all([
            text(request, at(origin, url)),
            text(request, at(origin, markdown)),
          ]);
          expect(html).toContain(`href="${markdown}"`);
          expect(plain.startsWith(`# ${title.slice(0, 5)}`), markdown).toBe(true);
          const picture = await readFile(path.join(dist, `og/${language}/${slug}.png`));
          expect([picture.readUInt32BE(16), picture.readUInt32BE(20)], slug).toEqual([1200, 630]);
          expect(picture.length).toBeLessThan(120_000);
        }
        const { url, passages } = all.find(({ slug }) => slug === 'wallet/pending-transaction')!;
        await page.goto(at(origin, url));
        for (const { anchor } of passages.filter((passage) => passage.anchor !== ''))
          await expect(page.locator(`#${escapeId(anchor)}`)).toHaveCount(1);
      }
    });

    test('llms.txt leads to every article in both languages', async ({ request }) => {
      const list = await text(request, `${origin}/llms.txt`);
      expect(list.startsWith('# Firstline Help')).toBe(true);
      const linked = [...list.matchAll(/\]\((\S+\.md)\)/g)].map(([, address]) => address!);
      const all = (
        await Promise.all(LANGUAGES.map((language) => articles(request, origin, language)))
      ).flatMap((file) => file.articles.map(({ markdown }) => markdown));
      expect(linked.toSorted()).toEqual(all.toSorted());
    });

    for (const language of LANGUAGES)
      test(`the feed is well-formed Atom, ${language}`, async ({ request, page }) => {
        const xml = await text(request, `${origin}/${FOLDERS[language]}feed.xml`);
        await page.goto(`${origin}/robots.txt`);
        const feed = await page.evaluate((source) => {
          const document = new DOMParser().parseFromString(source, 'application/xml');
          const atom = 'http://www.w3.org/2005/Atom';
          const texts = (name: string) =>
            [...document.getElementsByTagNameNS(atom, name)].map((node) => node.textContent ?? '');
          return {
            error: document.querySelector('parsererror')?.textContent,
            root: `${document.documentElement.namespaceURI} ${document.documentElement.localName}`,
            language: document.documentElement.getAttribute('xml:lang'),
            ids: texts('id'),
            updated: texts('updated'),
            entries: document.getElementsByTagNameNS(atom, 'entry').length,
          };
        }, xml);
        expect(feed.error).toBeUndefined();
        expect(feed.root).toBe('http://www.w3.org/2005/Atom feed');
        expect(feed.language).toBe(language);
        expect(feed.ids[0]).toBe(`${SITE}${FOLDERS[language]}feed.xml`);
        expect(feed.entries).toBeGreaterThan(10);
        expect(new Set(feed.ids).size).toBe(feed.ids.length);
        expect(feed.updated).toEqual(feed.updated.toSorted().toReversed());
        const known = (await articles(request, origin, language)).articles.map(({ url }) => url);
        for (const id of feed.ids.slice(1)) expect(known).toContain(id);
      });

    test('security.txt names whom to tell and is not past its end', async ({ request }) => {
      const lines = (await text(request, `${origin}/.well-known/security.txt`)).trim().split('\n');
      const fields = new Map(lines.map((line) => line.split(/: (.*)/s, 2) as [string, string]));
      expect([...fields.keys()]).toEqual([
        'Contact',
        'Expires',
        'Preferred-Languages',
        'Canonical',
        'Policy',
      ]);
      const expires = Date.parse(fields.get('Expires')!);
      expect(expires).toBeGreaterThan(Date.now());
      expect(expires).toBeLessThan(Date.now() + 365 * 86_400_000);
      expect(fields.get('Canonical')).toBe(`${SITE}.well-known/security.txt`);
      await text(request, at(origin, fields.get('Policy')!));
    });
  });
}

/** What a page says of itself in its head. */
function headOf(page: Page) {
  return page.evaluate(() => {
    const content = (selector: string) => document.querySelector(selector)?.getAttribute('content') ?? '';
    return {
      alternates: Object.fromEntries(
        [...document.querySelectorAll<HTMLLinkElement>('link[rel=alternate][hreflang]')].map((link) => [
          link.hreflang,
          link.href,
        ]),
      ),
      canonical: document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ?? '',
      robots: content('meta[name=robots]'),
      title: content('meta[property="og:title"]'),
      image: content('meta[property="og:image"]'),
      locale: content('meta[property="og:locale"]'),
      otherLocale: content('meta[property="og:locale:alternate"]'),
      card: content('meta[name="twitter:card"]'),
      data: [...document.querySelectorAll('script[type="application/ld+json"]')].map(
        (each) => each.textContent,
      ),
    };
  });
}

test('the sitemap holds every page that may be found, in both languages, each naming the other', async ({
  request,
  page,
}) => {
  test.setTimeout(120_000);
  const index = await text(request, '/sitemap-index.xml');
  const part = /<loc>([^<]*)<\/loc>/.exec(index)![1]!;
  const xml = await text(request, part.replace(SITE, '/'));
  await page.goto('/robots.txt');
  const urls = await page.evaluate((source) => {
    const document = new DOMParser().parseFromString(source, 'application/xml');
    return [...document.getElementsByTagName('url')].map((url) => ({
      loc: url.getElementsByTagName('loc')[0]!.textContent,
      modified: url.getElementsByTagName('lastmod')[0]?.textContent ?? '',
      links: Object.fromEntries(
        [...url.getElementsByTagName('xhtml:link')].map((link) => [
          link.getAttribute('hreflang')!,
          link.getAttribute('href')!,
        ]),
      ),
    }));
  }, xml);
  const byAddress = new Map(urls.map((url) => [url.loc, url]));
  for (const { loc, links } of urls) {
    expect(Object.keys(links).toSorted(), loc).toEqual(['en', 'x-default', 'zh-CN']);
    expect(Object.values(links)).toContain(loc);
    expect(links['x-default']).toBe(links['en']);
    // Whoever is named names back the same.
    for (const other of Object.values(links)) expect(byAddress.get(other)?.links, other).toEqual(links);
    const html = await text(request, loc.replace(SITE, '/'));
    expect(html).not.toMatch(/<meta[^>]*noindex/);
    for (const [language, href] of Object.entries(links))
      expect(html).toContain(`<link rel="alternate" hreflang="${language}" href="${href}"`);
  }
  const known = (await Promise.all(LANGUAGES.map((language) => articles(request, '', language)))).flatMap(
    (file) => file.articles.map(({ url, updated }) => ({ url, updated })),
  );
  for (const { url, updated } of known) expect(byAddress.get(url)?.modified.slice(0, 10), url).toBe(updated);
  // Every page on disk is there, or says itself that it is not to be found.
  for (const file of (await readdir('dist', { recursive: true })).filter((each) =>
    each.endsWith('index.html'),
  )) {
    const loc = SITE + file.replaceAll(path.sep, '/').replace(/index\.html$/, '');
    if (byAddress.has(loc)) continue;
    expect(await readFile(path.join('dist', file), 'utf8'), file).toMatch(
      /<meta[^>]*noindex|http-equiv="refresh"/,
    );
  }
});

test('an article shows its picture where it is shared, in its language', async ({ page, request }) => {
  for (const [language, locale, other] of [
    ['en', 'en_US', 'zh_CN'],
    ['zh-CN', 'zh_CN', 'en_US'],
  ] as const) {
    await page.goto(`/${FOLDERS[language]}wallet/pending-transaction/`);
    const head = await headOf(page);
    expect(head).toMatchObject({ locale, otherLocale: other, card: 'summary_large_image', robots: '' });
    expect(head.title).toBe(await page.locator('h1').textContent());
    expect(head.image).toBe(`${SITE}og/${language}/wallet/pending-transaction.png`);
    const picture = await request.get(head.image.replace(SITE, '/'));
    expect(picture.headers()['content-type']).toBe('image/png');
  }
  await page.goto('/zh-cn/contact/');
  expect((await headOf(page)).image).toBe(`${SITE}og/zh-CN/site.png`);
  expect((await request.get('/og/zh-CN/site.png')).status()).toBe(200);
});

test('each article and each other page has its own picture; no two are the same', async () => {
  const files = (await readdir('dist/og', { recursive: true })).filter((file) => file.endsWith('.png'));
  const hashes = await Promise.all(
    files.map(async (file) =>
      createHash('sha256')
        .update(await readFile(path.join('dist/og', file)))
        .digest('hex'),
    ),
  );
  expect(new Set(hashes).size).toBe(files.length);
});

test('what search engines are told is JSON, and is what the reader sees', async ({ page }) => {
  for (const language of LANGUAGES) {
    await page.goto(`/${FOLDERS[language]}wallet/pending-transaction/`);
    const { data, canonical } = await headOf(page);
    expect(data).toHaveLength(1);
    const { '@graph': graph } = JSON.parse(data[0]!) as { '@graph': Record<string, unknown>[] };
    const [article, crumbs, ...howTos] = graph;
    // Its title is no question, and is not made one.
    expect(article).toMatchObject({ '@type': 'WebPage', '@id': canonical, inLanguage: language });
    expect(article).not.toHaveProperty('mainEntity');
    const items = (crumbs!['itemListElement'] as { item: string }[]).map(({ item }) => item);
    expect(items).toEqual([
      `${SITE}${FOLDERS[language]}`,
      `${SITE}${FOLDERS[language]}wallet/`,
      `${SITE}${FOLDERS[language]}wallet/pending-transaction/`,
    ]);
    expect(howTos.length).toBeGreaterThan(1);
    for (const howTo of howTos) {
      expect(howTo['@type']).toBe('HowTo');
      const anchor = decodeURIComponent(new URL(howTo['url'] as string).hash.slice(1));
      await expect(page.locator(`#${escapeId(anchor)}`)).toHaveCount(1);
      // The page has typographic quotation marks where its source has plain ones.
      for (const { text: step } of howTo['step'] as { text: string }[])
        await expect(
          page.locator('.sl-markdown-content ol > li', { hasText: step.split(/['"]/)[0]!.slice(0, 40) }),
        ).not.toHaveCount(0);
    }
  }
  await page.goto('/wallet/bitcoin-confirmations/');
  const { data, canonical } = await headOf(page);
  const { '@graph': graph } = JSON.parse(data[0]!) as { '@graph': Record<string, unknown>[] };
  expect(graph[0]).toMatchObject({ '@type': 'FAQPage', '@id': canonical, inLanguage: 'en' });
  const [{ name, acceptedAnswer }] = graph[0]!['mainEntity'] as [
    { name: string; acceptedAnswer: { text: string } },
  ];
  await expect(page.locator('h1')).toHaveText(name);
  const shown = acceptedAnswer.text.replaceAll(/"([^"]*)"/g, '“$1”');
  await expect(page.locator('.sl-markdown-content > p').first()).toHaveText(shown);
});

test('robots may read the public edition, and no page of the internal one', async ({ page, request }) => {
  expect(await text(request, '/robots.txt')).toBe(
    `User-agent: *\nAllow: /\n\nSitemap: ${SITE}sitemap-index.xml\n`,
  );
  const internal = 'http://localhost:4332';
  expect(await text(request, `${internal}/robots.txt`)).toBe('User-agent: *\nDisallow: /\n');
  expect((await request.get(`${internal}/sitemap-index.xml`)).status()).toBe(404);
  for (const file of (await readdir('dist-internal', { recursive: true })).filter((each) =>
    each.endsWith('.html'),
  )) {
    const html = await readFile(path.join('dist-internal', file), 'utf8');
    if (!html.includes('http-equiv="refresh"'))
      expect(html, file).toMatch(/<meta name="robots" content="noindex/);
  }
  await page.goto('/no-such-page/');
  const lost = await headOf(page);
  expect(lost.robots).toContain('noindex');
  expect(lost.alternates).toEqual({});
});

test('nothing internal is in what programs read of the public edition', async () => {
  const internal = JSON.parse(
    await readFile('dist-internal/api/v1/articles.en.json', 'utf8'),
  ) as ArticlesFile;
  const chinese = JSON.parse(
    await readFile('dist-internal/api/v1/articles.zh-CN.json', 'utf8'),
  ) as ArticlesFile;
  const secret = [...internal.articles, ...chinese.articles].filter(
    ({ audience }) => audience === 'internal',
  );
  expect(secret.length).toBeGreaterThan(10);
  // What the browser searches, every byte of it, is looked at in editions.spec.ts.
  const files = (await readdir('dist', { recursive: true })).filter(
    (file) => /\.(json|md|xml|txt)$/.test(file) && !/^(?:knowledge|models|pagefind)\b/.test(file),
  );
  expect(files.length).toBeGreaterThan(100);
  for (const file of files) {
    const content = await readFile(path.join('dist', file), 'utf8');
    const leaked = secret.find(({ slug, title }) => content.includes(slug) || content.includes(title));
    expect(leaked?.slug, file).toBeUndefined();
  }
});

/** An id as a selector takes it: headings may begin with digits and hold Chinese. */
function escapeId(id: string): string {
  return id.replace(/[^\p{L}\p{N}_-]/gu, '\\$&').replace(/^(\d)/, '\\3$1 ');
}
