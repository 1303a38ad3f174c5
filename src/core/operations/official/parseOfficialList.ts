import { ContentError, show, valueAt } from '../../article/contentError.ts';
import { readContentYaml } from '../../article/contentYaml.ts';
import type { Language } from '../../article/language.ts';
import type { Variables } from '../../article/variables.ts';
import { officialListSchema, type OfficialList } from './officialList.ts';

/**
 * Reads the list of official channels from its YAML, and fills `{name}`.
 * @param file the path to name in errors
 * @throws ContentError with everything that is wrong: the place, what was found, what was expected, how to mend it
 */
export function parseOfficialList(
  file: string,
  yaml: string,
  variables: Readonly<Record<Language, Variables>>,
): OfficialList {
  const problems: string[] = [];
  const data = filled(
    readContentYaml(file, yaml, 'put a value that begins with { or @ in quotes'),
    [],
    variables,
    problems,
  );
  const result = officialListSchema.safeParse(data);
  if (!result.success) {
    problems.push(
      ...result.error.issues.map(
        ({ path, message }) =>
          `${path.map(String).join('.') || '(file)'}: found ${show(valueAt(data, path))}; ${message.replace(/^Invalid (?:input|option): /, '')}. Fix: see the comment at the top of the file`,
      ),
    );
  }
  if (result.success) problems.push(...repeated(result.data));
  if (!result.success || problems.length > 0) throw new ContentError(file, problems);
  return result.data;
}

const VARIABLE = /\{(\w+)\}/g;

/** The same data with its variables filled in: below `zh-CN` the Chinese ones, elsewhere the English. */
function filled(
  value: unknown,
  path: readonly string[],
  variables: Readonly<Record<Language, Variables>>,
  problems: string[],
): unknown {
  const own = variables[path.at(-1) === 'zh-CN' ? 'zh-CN' : 'en'];
  if (typeof value === 'string') {
    return value.replace(VARIABLE, (found: string, name: string) => {
      const value = own[name];
      if (value === undefined) {
        problems.push(
          `${path.join('.')}: found ${found}; expected one of ${Object.keys(own).join(', ')}. Fix: correct the name, or add it to variables in src/config.ts`,
        );
      }
      return value ?? found;
    });
  }
  if (Array.isArray(value))
    return value.map((part, i) => filled(part, [...path, String(i)], variables, problems));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, filled(part, [...path, key], variables, problems)]),
  );
}

/** What stands twice is a slip: the second was meant to be something else. */
function repeated({ domains, emails, phones }: OfficialList): string[] {
  const lists: readonly (readonly [string, readonly string[]])[] = [
    ['domains', domains.map(({ name }) => name)],
    ['emails', emails.map(({ address }) => address)],
    ['phones', phones.map(({ number }) => number.replace(/\D/g, ''))],
  ];
  return lists.flatMap(([place, values]) =>
    values
      .filter((value, i) => values.indexOf(value) < i)
      .map((value) => `${place}: found ${value} twice; expected it once. Fix: remove or correct one`),
  );
}
