import { LANGUAGES, type Language } from '../../src/core/article/language.ts';
import type { InBoth } from '../../src/core/operations/incidents/published.ts';
import { UsageError } from '../lib/commandLine.ts';
import type { Answers } from './answers.ts';
import { readMoment } from './values.ts';

/** The flags, as they were parsed. */
export type Flags = Readonly<Record<string, string | boolean | readonly string[] | undefined>> & {
  readonly incidents: string;
};

/** The words of a notice, in both languages. */
export async function texts(answers: Answers): Promise<InBoth<string>> {
  return {
    en: await answers.one(
      'text',
      'The notice in English: what does not work, what to do, when the next update comes (UTC)?',
    ),
    'zh-CN': await answers.one('text-zh', '中文公告：什么用不了、该做什么、下次几点更新（北京时间）：'),
  };
}

/** A moment, if the flag is there. */
export function momentFlag(flags: Flags, name: string, nowMs: number): string | undefined {
  const value = flags[name];
  return typeof value === 'string' ? readMoment(name, value, nowMs) : undefined;
}

/** The values of a flag that may be given again and again. */
export function listFlag(flags: Flags, name: string): readonly string[] {
  const value = flags[name];
  return Array.isArray(value) ? value : [];
}

/** Whose readers are told by banner and widget: [] for everybody; undefined if the flag is not there. */
export function readersFlag(flags: Flags): Language[] | undefined {
  const given = listFlag(flags, 'readers');
  if (given.length === 0) return undefined;
  const wrong = given.find((value) => value !== 'all' && !LANGUAGES.some((known) => known === value));
  if (wrong !== undefined)
    throw new UsageError(`--readers is "${wrong}": expected ${LANGUAGES.join(', ')} or all.`);
  return given.includes('all') ? [] : LANGUAGES.filter((known) => given.includes(known));
}

/** One of some values, if the flag is there. */
export function optionalChoice<Value extends string>(
  flags: Flags,
  name: string,
  values: readonly Value[],
): Value | undefined {
  const value = flags[name];
  if (typeof value !== 'string') return undefined;
  const found = values.find((candidate) => candidate === value);
  if (!found) throw new UsageError(`--${name} is "${value}": expected ${values.join(', ')}.`);
  return found;
}

/** One of some values, from the flag or from whoever sits there. */
export async function choice<Value extends string>(
  answers: Answers,
  flag: string,
  values: readonly Value[],
  question: string,
  fallback?: Value,
): Promise<Value> {
  const said = await answers.one(flag, `${question} (${values.join(', ')})?`, {
    check: (value) => oneOf(values, value),
    ...(fallback && { fallback }),
  });
  return said as Value;
}

/** What is wrong with a value that must be one of some. */
export function oneOf(values: readonly string[], value: string): string | undefined {
  return values.includes(value) ? undefined : `expected ${values.join(', ')}`;
}
