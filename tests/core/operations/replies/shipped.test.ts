import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { config } from '../../../../src/config.ts';
import { parseArticleFile } from '../../../../src/core/article/article.ts';
import { LANGUAGES, LOCALE_FOLDERS, type Language } from '../../../../src/core/article/language.ts';
import { parseSettings } from '../../../../src/core/article/lint/parseSettings.ts';
import { redirectsSchema } from '../../../../src/core/article/lint/redirects.ts';
import { parseMarkdown } from '../../../../src/core/article/markdown.ts';
import { substituteVariables } from '../../../../src/core/article/variables.ts';
import { stepsIn } from '../../../../src/core/operations/replies/articleSteps.ts';
import { asksForSecret } from '../../../../src/core/operations/replies/asksForSecret.ts';
import { lintReplies } from '../../../../src/core/operations/replies/lintReplies.ts';
import { parseReply } from '../../../../src/core/operations/replies/parseReply.ts';
import { placeholdersIn } from '../../../../src/core/operations/replies/placeholders.ts';
import { prepareReply } from '../../../../src/core/operations/replies/preparedReply.ts';

const read = (slug: string, language: Language) => {
  const id = [LOCALE_FOLDERS[language], slug].filter(Boolean).join('/');
  const file = `content/docs/${id}.md`;
  return parseArticleFile(id, file, readFileSync(file, 'utf8'));
};
const slugs = readdirSync('content/docs', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.md') && !file.startsWith('zh-cn'))
  .map((file) => file.replaceAll('\\', '/').replace(/\.md$/, ''));
const articles = new Set(slugs.filter((slug) => read(slug, 'en').frontMatter.audience === 'public'));
const steps = (slug: string, language: Language) => {
  const { body, id } = read(slug, language);
  const tree = parseMarkdown(body);
  substituteVariables(tree, config.variables[language], id);
  return stepsIn(tree);
};
const redirects = parseSettings('r', readFileSync('content/redirects.yml', 'utf8'), redirectsSchema);
const files = readdirSync('content/replies').map((name) => ({
  file: `content/replies/${name}`,
  text: readFileSync(`content/replies/${name}`, 'utf8'),
}));

describe('the replies that are there', () => {
  test('have nothing wrong with them', () => {
    const settled = Object.keys(config.variables.en);
    const problems = lintReplies(files, { articles, redirects, steps, settled });
    expect(
      problems.map(({ file, line, rule, message }) => `${file}:${line} ${rule}: ${message}`).join('\n'),
    ).toBe('');
  });

  test('are at least thirty, and cover every section that customers read', () => {
    const linked = files.map(({ file, text }) => parseReply(file, text).article);
    expect(linked.length).toBeGreaterThanOrEqual(30);
    const sections = new Set(linked.map((slug) => slug.split('/')[0]));
    expect([...sections].sort()).toEqual(['account', 'card', 'payments', 'security', 'wallet']);
    for (const slug of config.mostAsked) expect(linked, slug).toContain(slug);
  });

  test.each(files.map(({ file, text }) => [file, text] as const))(
    '%s reads whole in both languages, and asks for no secret even with the article’s steps in it',
    (file, text) => {
      const settings = { site: 'https://help.test/', frames: config.replies, variables: config.variables };
      const prepared = prepareReply(parseReply(file, text), steps, settings);
      for (const language of LANGUAGES) {
        const whole = prepared.text[language];
        const own = prepared.variables.map(({ name }) => name);
        expect(placeholdersIn(whole).filter((name) => !own.includes(name))).toEqual([]);
        expect(whole).toContain(`https://help.test/a/${prepared.article}/#${language.toLowerCase()}`);
        expect(whole).toContain(config.variables[language]['brand']!);
        expect(asksForSecret(whole, language)).toEqual([]);
      }
    },
  );
});
