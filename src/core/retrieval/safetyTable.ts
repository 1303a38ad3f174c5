import { z } from 'zod';
import { slug } from '../article/schema.ts';

const sentence = z.string().trim().min(1);
const patterns = z
  .strictObject({
    en: z.array(sentence).default([]).describe('English patterns; their words lie within 14 words.'),
    'zh-CN': z
      .array(sentence)
      .default([])
      .describe('Chinese patterns; their words lie within 26 characters.'),
  })
  .default({ en: [], 'zh-CN': [] });

const ruleSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z][a-z-]*$/, 'expected a name such as funds-stolen (lower case, hyphens)')
    .describe('The name of the rule, in tests and in reports.'),
  articles: z
    .array(slug)
    .min(1)
    .describe('Slugs; the first that exists in this edition is shown before every other article.'),
  say: z
    .strictObject({
      en: sentence.describe('In English.'),
      'zh-CN': sentence.describe('In Chinese.'),
    })
    .describe(
      'What to do at once: one to three calm sentences, with no number that is not in src/config.ts.',
    ),
  when: patterns.describe('A text is urgent if one sentence of it meets one of these patterns, and'),
  unless: patterns.describe('that sentence meets none of these.'),
});
export type SafetyRule = z.infer<typeof ruleSchema>;

const lists = z
  .record(
    z.string().regex(/^[a-z][a-z-]*$/, 'expected a name such as phrase (lower case, hyphens)'),
    sentence,
  )
  .default({});

/** `content/safety.yml`: texts that get the right security article first, whatever else is like them. */
export const safetyTableSchema = z.strictObject({
  words: z
    .strictObject({
      en: lists.describe('English lists.'),
      'zh-CN': lists.describe('Chinese lists.'),
    })
    .default({ en: {}, 'zh-CN': {} })
    .describe('Words that several patterns need, under a name: `<phrase>` in a pattern stands for the list.'),
  unless: patterns.describe('A sentence that meets one of these is not urgent by any rule.'),
  rules: z.array(ruleSchema).describe('The first rule that a text meets counts: the most urgent one first.'),
});
export type SafetyTable = z.infer<typeof safetyTableSchema>;

/** A deployment without rules. */
export const NO_SAFETY: SafetyTable = safetyTableSchema.parse({ rules: [] });
