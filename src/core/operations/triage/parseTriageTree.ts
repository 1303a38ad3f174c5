import { ContentError, show, valueAt } from '../../article/contentError.ts';
import { readContentYaml } from '../../article/contentYaml.ts';
import { LANGUAGES, type Language } from '../../article/language.ts';
import type { Variables } from '../../article/variables.ts';
import { asksForSecret } from '../replies/asksForSecret.ts';
import { fillTexts } from './filledTexts.ts';
import { findLinkProblems, type KnownTargets } from './treeLinks.ts';
import { findTreeProblems, type TreeProblem } from './treeProblems.ts';
import { triageTreeSchema, type TriageTree } from './triageTree.ts';
import { yamlPlaces, type YamlPlace } from './yamlPlaces.ts';

/** Something wrong in a tree's file, for people: where, what was found, what was expected, how to mend it. */
export interface TriageProblem extends YamlPlace {
  readonly message: string;
}

/** What reading a tree came to; a tree only if nothing at all is wrong. */
export type InspectedTree =
  | { readonly tree: TriageTree; readonly problems: readonly [] }
  | { readonly tree?: undefined; readonly problems: readonly TriageProblem[] };

/**
 * Reads a tree of `content/triage/`, and fills in `{variables}`.
 * @param file the path to name in errors; a file below `public/` is for everybody, any other is internal
 * @param known what it may lead to; without it links are not checked
 * @throws ContentError with everything that is wrong, by line
 */
export function parseTriageTree(
  file: string,
  yaml: string,
  variables: Readonly<Record<Language, Variables>>,
  known?: KnownTargets,
): TriageTree {
  const { tree, problems } = inspectTriageTree(file, yaml, variables, known);
  if (tree) return tree;
  throw new ContentError(
    file,
    problems.map(({ line, name, message }) => `line ${line}, ${name}: ${message}`),
  );
}

/**
 * The same, with the problems as a list.
 * @throws ContentError if it is no YAML
 */
export function inspectTriageTree(
  file: string,
  yaml: string,
  variables: Readonly<Record<Language, Variables>>,
  known?: KnownTargets,
): InspectedTree {
  const data = readContentYaml(
    file,
    yaml,
    'put text with a colon, or one that begins with { or @, in quotes',
  );
  const filled = fillTexts(data, variables);
  const result = triageTreeSchema.safeParse(filled.data);
  const found: readonly TreeProblem[] = result.success
    ? [
        ...findAudienceProblems(file, result.data),
        ...findTreeProblems(result.data),
        ...findSecretRequests(filled.data),
        ...(known ? findLinkProblems(result.data, known) : []),
      ]
    : result.error.issues.map(({ path, message }) => ({
        path: path.map((key) => (typeof key === 'symbol' ? String(key) : key)),
        message: `found ${show(valueAt(data, path))}; ${message.replace(/^Invalid (?:input|option): /, '')}. Fix: see “Triage” in CONTRIBUTING.md for the fields and their values`,
      }));
  const problems = [...filled.problems, ...found];
  if (result.success && problems.length === 0) return { tree: result.data, problems: [] };
  const at = yamlPlaces(yaml);
  return { problems: problems.map(({ path, message }) => ({ ...at(path), message })) };
}

/** The folder says who may read: one word too few in a file must not publish it. */
function findAudienceProblems(file: string, { audience }: TriageTree): TreeProblem[] {
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
function findSecretRequests(
  value: unknown,
  path: TreeProblem['path'] = [],
  language?: Language,
): TreeProblem[] {
  if (typeof value === 'string' && language !== undefined)
    return asksForSecret(value, language).map(({ text }) => ({
      path,
      message: `found “${text}”, which can be read as asking for a secret. Fix: ask for something else, or say plainly that it must not be sent`,
    }));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    findSecretRequests(
      part,
      [...path, Array.isArray(value) ? Number(key) : key],
      LANGUAGES.find((known) => known === key) ?? language,
    ),
  );
}
