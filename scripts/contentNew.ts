import { existsSync } from 'node:fs';
import path from 'node:path';
import { LANGUAGES, LOCALE_FOLDERS, type Language } from '../src/core/article/language.ts';
import { inspect } from '../src/core/article/lint/inspect.ts';
import {
  ARTICLE_TYPES,
  newArticle,
  newPhrasings,
  type NewArticle,
} from '../src/core/article/lint/newArticle.ts';
import { stampSource } from '../src/core/article/lint/stampSource.ts';
import { slug as slugSchema } from '../src/core/article/schema.ts';
import { replaceFile } from './content/changeFiles.ts';
import { currentSource } from './content/currentSource.ts';
import { nameOf, readBasis, todayIso } from './content/readContent.ts';
import { main, parseArguments, UsageError } from './lib/commandLine.ts';
import { CONTENT } from './lib/paths.ts';

const USAGE = `npm run content:new -- ${ARTICLE_TYPES.join('|')} <section>/<name> [--title <English> --title-zh <Chinese>]`;
const HELP = `usage: ${USAGE}

Makes an article in both languages and its file of phrasings, with the order of things and a word on what belongs where. It is
internal and work in progress until you write otherwise (a runbook stays internal), and passes \`npm run content:lint\`.

  npm run content:new -- faq wallet/dust-attack --title "Tiny amounts arrive from strangers"
  npm run content:new -- runbook triage/push-delays
exit code: 0 made, 2 the command was called wrongly, or one of the files is there already`;

/** Who keeps what is in a section, and which product it is about. */
const SECTIONS: Readonly<Record<string, Pick<NewArticle, 'owner' | 'products'>>> = {
  wallet: { owner: 'wallet-support', products: ['wallet'] },
  security: { owner: 'security-team', products: ['wallet'] },
  card: { owner: 'card-support', products: ['card'] },
  payments: { owner: 'payments-support', products: ['payments'] },
  account: { owner: 'account-support', products: ['account'] },
  runbooks: { owner: 'support-ops', products: ['wallet'] },
};

await main(USAGE, async () => {
  const { values, positionals } = parseArguments({
    help: { type: 'boolean', short: 'h', default: false },
    title: { type: 'string' },
    'title-zh': { type: 'string' },
    content: { type: 'string', default: CONTENT },
  });
  if (values.help) return console.log(HELP);
  const [givenType, givenSlug = '', ...rest] = positionals;
  const type = ARTICLE_TYPES.find((known) => known === givenType);
  if (!type || rest.length > 0)
    throw new UsageError(
      `Expected a type (${ARTICLE_TYPES.join(', ')}) and a name such as wallet/some-slug.`,
    );
  const slug = type === 'runbook' && !givenSlug.startsWith('runbooks/') ? `runbooks/${givenSlug}` : givenSlug;
  const section = SECTIONS[slug.split('/')[0]!];
  if (!slugSchema.safeParse(slug).success || !slug.includes('/'))
    throw new UsageError(
      `"${givenSlug}" is no name of an article: expected a section and a name in lower case, digits and hyphens, such as wallet/some-slug.`,
    );
  if (!section)
    throw new UsageError(
      `There is no section "${slug.split('/')[0]}": expected ${Object.keys(SECTIONS).join(', ')}.`,
    );
  if (slug.startsWith('runbooks/') !== (type === 'runbook'))
    throw new UsageError('What stands below runbooks/ is a runbook, and a runbook stands there.');
  const name = slug.split('/').at(-1)!.replaceAll('-', ' ');
  const article: NewArticle = {
    type,
    slug,
    title: {
      en: values.title ?? name[0]!.toUpperCase() + name.slice(1),
      'zh-CN': values['title-zh'] ?? `待写：${name} 的标题`,
    },
    ...section,
    day: todayIso(),
  };
  const files = await filesOf(article, values.content);
  const taken = files.filter(({ file }) => existsSync(file));
  if (taken.length > 0)
    throw new UsageError(`${taken.map(({ file }) => nameOf(file)).join(', ')} is there already.`);
  for (const { file, text } of files) await replaceFile(file, text);
  console.log(files.map(({ file }) => `made ${nameOf(file)}`).join('\n') + `\n\n${nextSteps(article)}`);
});

/** What its writer does next. */
function nextSteps({ type, slug }: NewArticle): string {
  const ready =
    type === 'runbook'
      ? 'The page is work in progress; when it is ready, set confidence in both files'
      : 'The page is internal and work in progress; when it is ready, set audience and confidence in both files';
  return (
    'Write what is marked TODO and 待写, and at least 24 phrasings in each language.\n' +
    `${ready}.\nThen run npm run content:translations -- --stamp ${slug} and npm run content:lint -- --fix.`
  );
}

async function filesOf(article: NewArticle, content: string) {
  const { settings } = await readBasis(content, article.day, 0);
  const english = newArticle(article, 'en');
  const { page } = inspect(
    { kind: 'article', file: article.slug, id: article.slug, text: english },
    settings,
  );
  const textOf: Readonly<Record<Language, string>> = {
    en: english,
    'zh-CN': stampSource(newArticle(article, 'zh-CN'), currentSource(page!.hashes!)),
  };
  return [
    ...LANGUAGES.map((language) => ({
      file: path.join(content, 'docs', LOCALE_FOLDERS[language], `${article.slug}.md`),
      text: textOf[language],
    })),
    { file: path.join(content, 'phrasings', `${article.slug}.yml`), text: newPhrasings() },
  ];
}
