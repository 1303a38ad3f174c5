import { z } from 'zod';
import { parseLanguage, type Language } from '../../article/language.ts';

/** A labelled query; one line of a queries file. */
export interface LabelledQuery {
  readonly id: string;
  readonly language: Language;
  readonly text: string;
  readonly style: string | undefined;
  /** The right articles, best first; none if the query should get no answer. */
  readonly slugs: readonly string[];
}

const lineSchema = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  lang: z.string(),
  text: z.string(),
  style: z.string().optional(),
  slugs: z.array(z.string()),
});

/** @throws Error that says what the line lacks */
export function parseQuery(line: string): LabelledQuery {
  const parsed = lineSchema.safeParse(jsonOf(line));
  if (!parsed.success) {
    const problems = parsed.error.issues.map(
      ({ path, message }) => `${path.join('.') || 'the line'}: ${message}`,
    );
    throw new Error(
      `${problems.join('; ')}. A line is {"id", "lang": "en" or "zh-CN", "text", "slugs": [...]}.`,
    );
  }
  const { id, lang, text, style, slugs } = parsed.data;
  const language = parseLanguage(lang);
  if (!language) throw new Error(`lang is "${lang}", expected en or zh-CN`);
  return { id, language, text, style, slugs };
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw new Error(`it is no JSON (${error instanceof Error ? error.message : String(error)}).`, {
      cause: error,
    });
  }
}
