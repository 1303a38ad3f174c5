import { isScalar, LineCounter, parseDocument, type Document } from 'yaml';
import { LANGUAGES, type Language } from '../../article/language.ts';
import { sortProblems, type Problem } from '../../article/lint/problem.ts';
import { typographyOf } from '../../article/lint/typography.ts';
import { ContentError } from '../../article/contentError.ts';
import { findAll } from '../../privacy/redact.ts';
import { unreadableYaml } from '../incidents/unreadableYaml.ts';
import { asksForSecret } from './asksForSecret.ts';
import type { StepsUnder } from './articleSteps.ts';
import { parseReply } from './parseReply.ts';
import { placeholdersIn } from './placeholders.ts';
import { ARTICLE_LINK } from './preparedReply.ts';
import { RESERVED_NAMES, type Reply } from './reply.ts';
import { toneOf } from './tone.ts';

/** A file of `content/replies`. */
export interface ReplyFile {
  /** The path to name in errors. */
  readonly file: string;
  readonly text: string;
}

/** What replies are held against. */
export interface ReplyContext {
  /** Slugs of the public articles. */
  readonly articles: ReadonlySet<string>;
  readonly redirects: Readonly<Record<string, string>>;
  readonly steps: (slug: string, language: Language) => readonly StepsUnder[];
  /** Names of the deployment's variables. */
  readonly settled: readonly string[];
}

/** The longest body, in characters, without the steps: nobody reads more of a reply. */
export const LONGEST_BODY: Readonly<Record<Language, number>> = { en: 1_100, 'zh-CN': 520 };

interface Finding {
  readonly path: readonly string[];
  readonly rule: string;
  readonly message: string;
}

/** What is wrong with the replies: every problem, by file and line. */
export function lintReplies(files: readonly ReplyFile[], context: ReplyContext): Problem[] {
  return sortProblems(files.flatMap((file) => lintReply(file, context)));
}

function lintReply({ file, text }: ReplyFile, context: ReplyContext): Problem[] {
  const unreadable = unreadableYaml({ file, text }, 'reply');
  if (unreadable) return [unreadable];
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const problemAt = ({ path, rule, message }: Finding): Problem => {
    const { line, col } = lines.linePos(offsetOf(document, path));
    return { file, line, column: col, rule, severity: 'error', message };
  };
  try {
    const reply = parseReply(file, text);
    return [...findingsIn(reply, context)].map(problemAt);
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    const problems = error.message.split('\n').slice(1);
    return problems.map((problem) => {
      const message = problem.replace(/^ *- /, '');
      const path = /^[\w.-]+(?=:)/.exec(message)?.[0].split('.') ?? [];
      return problemAt({ path, rule: 'reply', message });
    });
  }
}

function* findingsIn(reply: Reply, context: ReplyContext): Generator<Finding> {
  yield* articleFindings(reply, context);
  yield* variableFindings(reply, context);
  for (const language of LANGUAGES) {
    yield* textFindings(reply, language, ['body', language], reply.body[language]);
    yield* textFindings(reply, language, ['use', language], reply.use[language]);
    const { length } = [...reply.body[language]];
    if (length > LONGEST_BODY[language])
      yield {
        path: ['body', language],
        rule: 'reply-length',
        message: `The body has ${length} characters, at most ${LONGEST_BODY[language]} are read. Leave to the article what it says already.`,
      };
  }
}

function* articleFindings(reply: Reply, { articles, redirects, steps }: ReplyContext): Generator<Finding> {
  if (!articles.has(reply.article)) {
    yield { path: ['article'], rule: 'reply-links', message: missing(reply.article, redirects) };
    return;
  }
  for (const language of LANGUAGES) {
    const path = ['body', language];
    for (const [, slug] of reply.body[language].matchAll(ARTICLE_LINK))
      if (!articles.has(slug!)) yield { path, rule: 'reply-links', message: missing(slug!, redirects) };
    for (const [link] of reply.body[language].matchAll(/\]\([^)]*\)/g))
      if (link.replace(ARTICLE_LINK, '') !== '')
        yield {
          path,
          rule: 'reply-links',
          message: `${link.slice(1)} is no address of an article. Write it as (/card/pin-blocked/), in both languages.`,
        };
    const hasPlace = placeholdersIn(reply.body[language]).includes('steps');
    if (hasPlace !== (reply.steps !== undefined))
      yield {
        path,
        rule: 'reply-steps',
        message: hasPlace
          ? 'The body has {steps}, and nothing says which. Add steps: with the heading in the article, in both languages.'
          : 'steps: names a heading, and the body has no {steps}. Put {steps} on a line of its own, or remove steps:.',
      };
    const wanted = reply.steps?.[language];
    if (wanted === undefined) continue;
    const known = steps(reply.article, language).map(({ heading }) => heading);
    if (!known.includes(wanted))
      yield {
        path: ['steps', language],
        rule: 'reply-steps',
        message: `${reply.article} has no numbered steps below “${wanted}”. It has them below: ${known.join('; ') || 'no heading'}.`,
      };
  }
}

function missing(slug: string, redirects: Readonly<Record<string, string>>): string {
  const moved = Object.hasOwn(redirects, slug) ? redirects[slug] : undefined;
  return moved === undefined
    ? `There is no public article ${slug}. Customers can read only those below content/docs with audience: public.`
    : `${slug} has moved. Write ${moved}.`;
}

function* variableFindings(reply: Reply, { settled }: ReplyContext): Generator<Finding> {
  const own = Object.keys(reply.variables);
  for (const name of own)
    if (settled.includes(name) || (RESERVED_NAMES as readonly string[]).includes(name))
      yield {
        path: ['variables', name],
        rule: 'reply-variables',
        message: `{${name}} means something already (src/config.ts, or steps and link). Choose another name.`,
      };
  const used = { en: placeholdersIn(reply.body.en), 'zh-CN': placeholdersIn(reply.body['zh-CN']) };
  for (const language of LANGUAGES) {
    const path = ['body', language];
    for (const name of used[language])
      if (![...own, ...settled, ...RESERVED_NAMES].includes(name))
        yield {
          path,
          rule: 'reply-variables',
          message: `Nobody knows {${name}}. Add it below variables: with a type and a label, or correct the name.`,
        };
    for (const name of own)
      if (!used[language].includes(name))
        yield {
          path,
          rule: 'reply-variables',
          message: `The agent is asked for {${name}}, and this language does not use it. Use it in both, or remove it.`,
        };
  }
}

function* textFindings(
  { variables }: Reply,
  language: Language,
  path: readonly string[],
  text: string,
): Generator<Finding> {
  for (const { text: asked } of asksForSecret(text, language))
    yield {
      path,
      rule: 'reply-secrets',
      message: `“${asked}” asks for a secret. Nobody here ever needs one: ask for the hash, the order number or the last four digits.`,
    };
  for (const [name, { label }] of Object.entries(variables))
    if (path[0] === 'body' && asksForSecret(`${GIVE[language]}${label[language]}`, language).length > 0)
      yield {
        path: ['variables', name],
        rule: 'reply-secrets',
        message: `“${label[language]}” is a secret. An agent is never given one, and never types one.`,
      };
  if (findAll(text).length > 0)
    yield {
      path,
      rule: 'reply-secrets',
      message: 'There is personal data or a secret in the text. Write a variable, or leave it out.',
    };
  for (const { found, instead } of toneOf(text, language))
    yield { path, rule: 'reply-tone', message: `Found “${found}”: ${instead}.` };
  // What is filled in gets its spaces when it is filled in.
  const set = text.replace(/\{\w+\}/g, '＿');
  for (const { start, end, reason } of typographyOf(set, language))
    yield {
      path,
      rule: 'reply-typography',
      message: `Badly set (${reason}) near “${set.slice(Math.max(0, start - 6), end + 6).replace(/\s+/g, ' ')}”.`,
    };
}

/** Put before a label, it makes a request of it. */
const GIVE: Readonly<Record<Language, string>> = { en: 'Please send us ', 'zh-CN': '请提供' };

/** Where a field stands; where it is missing, the nearest field around it. */
function offsetOf(document: Document, path: readonly string[]): number {
  for (let depth = path.length; depth > 0; depth--) {
    const node = document.getIn(path.slice(0, depth), true);
    if (node !== undefined && node !== null && (isScalar(node) || typeof node === 'object'))
      return (node as { readonly range?: readonly number[] }).range?.[0] ?? 0;
  }
  return 0;
}
