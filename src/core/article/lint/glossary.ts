import { z } from 'zod';

const wrong = z.strictObject({
  en: z.array(z.string().min(1)).default([]),
  'zh-CN': z.array(z.string().min(1)).default([]),
});

const term = z.strictObject({
  en: z.string().min(1).describe('Our word in English.'),
  'zh-CN': z.string().min(1).describe('Our word in Chinese.'),
  not: wrong.default({ en: [], 'zh-CN': [] }).describe('Words for it that we do not use.'),
  note: z.string().optional().describe('Why, or when; shown with the problem.'),
});

/** `content/glossary.yml`: one word for one thing, in each language. */
export const glossarySchema = z.strictObject({ terms: z.array(term) });
export type Glossary = z.infer<typeof glossarySchema>;
