import { ContentError } from '../article/contentError.ts';
import { readContentYaml } from '../article/contentYaml.ts';
import { LANGUAGES, type Language } from '../article/language.ts';
import type { Variables } from '../article/variables.ts';
import { safetyTableSchema, type SafetyRule, type SafetyTable } from './safetyTable.ts';
import { parsePattern } from './wordPattern.ts';

/**
 * Reads the safety table from its YAML, and fills `{name}` in what is said.
 * @param file the path to name in errors
 * @throws ContentError with everything that is wrong: the rule, what was found, what was expected, how to mend it
 */
export function parseSafetyTable(
  file: string,
  yaml: string,
  variables: Readonly<Record<Language, Variables>>,
): SafetyTable {
  const data = readContentYaml(file, yaml, 'put a pattern with a colon or a # in quotes');
  const result = safetyTableSchema.safeParse(data);
  if (!result.success) {
    throw new ContentError(
      file,
      result.error.issues.map(
        ({ path, message }) =>
          `${placeOf(path, data)}: ${message.replace(/^Invalid (?:input|option): /, '')}. ${FIX}`,
      ),
    );
  }
  const table = result.data;
  const problems = [
    ...patternProblems('unless', table.unless, table),
    ...table.rules.flatMap((rule, i) => [
      ...(table.rules.findIndex(({ id }) => id === rule.id) < i
        ? [`rule ${rule.id}: found twice; expected one rule of that name. Fix: rename one`]
        : []),
      ...patternProblems(`rule ${rule.id}, when`, rule.when, table),
      ...patternProblems(`rule ${rule.id}, unless`, rule.unless, table),
      ...LANGUAGES.flatMap((language) => unknownVariables(rule, language, variables[language])),
    ]),
  ];
  if (problems.length > 0) throw new ContentError(file, problems);
  return { ...table, rules: table.rules.map((rule) => withVariables(rule, variables)) };
}

/**
 * @param slugs of the articles that there are
 * @throws ContentError naming each rule whose articles are all missing: a warning must lead somewhere
 */
export function requireArticles(file: string, { rules }: SafetyTable, slugs: ReadonlySet<string>): void {
  const problems = rules
    .filter(({ articles }) => !articles.some((article) => slugs.has(article)))
    .map(
      ({ id, articles }) =>
        `rule ${id}, articles: found ${articles.join(', ')}; expected at least one that exists and is public. Fix: add one that does at the end of the list`,
    );
  if (problems.length > 0) throw new ContentError(file, problems);
}

const FIX = 'Fix: see the comment at the top of the file';
const VARIABLE = /\{(\w+)\}/g;

/** "rules.2.say.en" with the rule's own name, if it has one. */
function placeOf(path: readonly PropertyKey[], data: unknown): string {
  const [first, second, ...rest] = path.map(String);
  if (first !== 'rules' || second === undefined) return path.map(String).join('.') || '(file)';
  const rule: unknown = (data as { rules: readonly unknown[] }).rules[Number(second)];
  const id: unknown = typeof rule === 'object' && rule !== null ? Reflect.get(rule, 'id') : undefined;
  return [typeof id === 'string' ? `rule ${id}` : `rule number ${Number(second) + 1}`, rest.join('.')]
    .filter(Boolean)
    .join(', ');
}

function patternProblems(place: string, patterns: SafetyTable['unless'], { words }: SafetyTable): string[] {
  return LANGUAGES.flatMap((language) =>
    patterns[language].flatMap((pattern) => {
      try {
        parsePattern(pattern, words[language]);
        return [];
      } catch (error) {
        return [`${place}, ${language}: ${error instanceof Error ? error.message : String(error)}`];
      }
    }),
  );
}

function unknownVariables({ id, say }: SafetyRule, language: Language, variables: Variables): string[] {
  return [...say[language].matchAll(VARIABLE)]
    .filter(([, name = '']) => !Object.hasOwn(variables, name))
    .map(
      ([found]) =>
        `rule ${id}, say, ${language}: found ${found}; expected one of ${Object.keys(variables).join(', ')}. Fix: correct the name, or add it to variables in src/config.ts`,
    );
}

function withVariables(rule: SafetyRule, variables: Readonly<Record<Language, Variables>>): SafetyRule {
  const fill = (language: Language): string =>
    rule.say[language].replace(VARIABLE, (found, name: string) => variables[language][name] ?? found);
  return { ...rule, say: { en: fill('en'), 'zh-CN': fill('zh-CN') } };
}
