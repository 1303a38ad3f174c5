import { z } from 'zod';

const wrong = z.strictObject({
  en: z.array(z.string().min(1)).default([]),
  'zh-CN': z.array(z.string().min(1)).default([]),
});

const name = z.strictObject({
  en: z.string().min(1).describe('What the English app shows.'),
  'zh-CN': z.string().min(1).describe('What the Chinese app shows.'),
  not: wrong.default({ en: [], 'zh-CN': [] }).describe('Names that are taken for it.'),
});

/** `content/ui.yml`: what buttons and screens are called, in our app and in what readers use beside it. */
export const uiNamesSchema = z.strictObject({
  app: z.array(name).describe('Our own app.'),
  elsewhere: z.array(name).default([]).describe('Phones, browsers, explorers, cash machines.'),
});
export type UiNames = z.infer<typeof uiNamesSchema>;
export type UiName = z.infer<typeof name>;
