import { LineCounter, parseDocument } from 'yaml';
import { ContentError, show, valueAt } from '../../article/contentError.ts';
import { readContentYaml } from '../../article/contentYaml.ts';
import { LANGUAGES, type Language } from '../../article/language.ts';
import type { Variables } from '../../article/variables.ts';
import { asksForSecret } from '../replies/asksForSecret.ts';
import { findLinkProblems, type KnownTargets } from './treeLinks.ts';
import { findTreeProblems, type TreeProblem } from './treeProblems.ts';
import { triageTreeSchema, type TriageTree } from './triageTree.ts';

/**
 * Reads a tree of `content/triage/`, and fills in `{variables}`.
 * @param file the path to name in errors; a file below `public/` is for everybody, any other is internal
 * @param known what it may lead to; without it links are not checked
 * @throws ContentError with everything that is wrong: line, place, what was found, what was expected, how to mend it
 */
export function parseTriageTree(
  file: string,
  yaml: string,
  variables: Readonly<Record<Language, Variables>>,
  known?: KnownTargets,
): TriageTree {
  const data = readContentYaml(
    file,
    yaml,
    'put text with a colon, or one that begins with { or @, in quotes',
  );
  const at = placesOf(yaml);
  const filled = fill(data, [], variables);
  const result = triageTreeSchema.safeParse(filled.data);
  const problems = filled.problems.map(({ path, message }) => `${at(path)}: ${message}`);
  if (!result.success) {
    problems.push(
      ...result.error.issues.map(
        ({ path, message }) =>
          `${at(path)}: found ${show(valueAt(data, path))}; ${message.replace(/^Invalid (?:input|option): /, '')}. Fix: see “Triage” in CONTRIBUTING.md for the fields and their values`,
      ),
    );
    throw new ContentError(file, problems);
  }
  const tree = result.data;
  const found = [
    ...audienceProblems(file, tree),
    ...findTreeProblems(tree),
    ...requestsForSecrets(filled.data, [], undefined),
    ...(known ? findLinkProblems(tree, known) : []),
  ];
  problems.push(...found.map(({ path, message }) => `${at(path)}: ${message}`));
  if (problems.length > 0) throw new ContentError(file, problems);
  return tree;
}

/** The folder says who may read: one word too few in a file must not publish it. */
function audienceProblems(file: string, { audience }: TriageTree) {
  const expected = /(?:^|\/)triage\/public\//.test(file) ? 'public' : 'internal';
  return audience === expected
    ? []
    : [
        {
          path: ['audience'],
          message: `found ${audience}; expected ${expected} in this folder. Fix: public trees stand in content/triage/public/, all others in content/triage/`,
        },
      ];
}

/** Texts that ask for what must never be asked for: an agent reads them out as they stand. */
function requestsForSecrets(
  value: unknown,
  path: readonly (string | number)[],
  language: Language | undefined,
): TreeProblem[] {
  if (typeof value === 'string' && language !== undefined)
    return asksForSecret(value, language).map(({ text }) => ({
      path,
      message: `found “${text}”, which can be read as asking for a secret. Fix: ask for something else, or say plainly that it must not be sent`,
    }));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    requestsForSecrets(
      part,
      [...path, Array.isArray(value) ? Number(key) : key],
      LANGUAGES.find((known) => known === key) ?? language,
    ),
  );
}

/** Names places for people: `line 12, steps.2.answers.0.next`. */
function placesOf(yaml: string): (path: readonly PropertyKey[]) => string {
  const counter = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: counter });
  return (path) => {
    const name = path.map(String).join('.') || '(file)';
    // What is missing has no line: the thing it is missing from has.
    for (let length = path.length; length > 0; length--) {
      const node: unknown = document.getIn(path.slice(0, length), true);
      const range =
        typeof node === 'object' && node !== null ? (Reflect.get(node, 'range') as unknown) : undefined;
      if (Array.isArray(range)) return `line ${counter.linePos(Number(range[0])).line}, ${name}`;
    }
    return name;
  };
}

const VARIABLE = /\{(\w+)\}/g;

interface Filled {
  readonly data: unknown;
  readonly problems: readonly { readonly path: readonly (string | number)[]; readonly message: string }[];
}

/** The same data with its variables filled in: below `zh-CN` the Chinese ones, elsewhere the English. */
function fill(
  value: unknown,
  path: readonly (string | number)[],
  variables: Readonly<Record<Language, Variables>>,
): Filled {
  if (typeof value === 'string')
    return fillText(value, path, variables[path.at(-1) === 'zh-CN' ? 'zh-CN' : 'en']);
  if (typeof value !== 'object' || value === null) return { data: value, problems: [] };
  const isList = Array.isArray(value);
  const parts = Object.entries(value).map(
    ([key, part]) => [key, fill(part, [...path, isList ? Number(key) : key], variables)] as const,
  );
  return {
    data: isList
      ? parts.map(([, { data }]) => data)
      : Object.fromEntries(parts.map(([key, { data }]) => [key, data])),
    problems: parts.flatMap(([, { problems }]) => problems),
  };
}

function fillText(text: string, path: readonly (string | number)[], own: Variables): Filled {
  const unknown = [...text.matchAll(VARIABLE)].filter(([, name]) => own[name!] === undefined);
  return {
    data: text.replace(VARIABLE, (found: string, name: string) => own[name] ?? found),
    problems: unknown.map(([found]) => ({
      path,
      message: `found ${found}; expected one of ${Object.keys(own).join(', ')}. Fix: correct the name, or add it to variables in src/config.ts`,
    })),
  };
}
