import { z } from 'zod';

/** A text in both languages of the site. */
export const bilingual = z.strictObject({
  en: z.string().min(1).describe('In English.'),
  'zh-CN': z.string().min(1).describe('In Chinese.'),
});
export type Bilingual = Readonly<z.infer<typeof bilingual>>;
