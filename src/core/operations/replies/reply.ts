import { z } from 'zod';
import { slug } from '../../article/schema.ts';
import { VARIABLE_TYPES } from './variables.ts';

/** Names that a reply may not give its own variables: the steps of the article, and the address of it. */
export const RESERVED_NAMES = ['steps', 'link'] as const;

/** The same words in every language, for the agent or for the customer. */
const inBoth = (what: string) =>
  z
    .strictObject({
      en: z.string().trim().min(1).describe('In English.'),
      'zh-CN': z.string().trim().min(1).describe('In Chinese.'),
    })
    .describe(what);

const variable = z.strictObject({
  type: z.enum(VARIABLE_TYPES).describe('What it must look like.'),
  label: inBoth('What the agent is asked for.'),
});

/** `content/replies/<id>.yml`: what an agent answers with. The top of each field says what it is for. */
export const replySchema = z.strictObject({
  article: slug.describe('The public article that the reply leads to.'),
  use: inBoth('When to use it, for the agent.'),
  variables: z
    .record(z.string().regex(/^[a-z][a-zA-Z0-9]*$/, 'expected a name such as orderNumber'), variable)
    .default({})
    .describe('What the agent fills in, by the name that stands in braces in the body.'),
  steps: inBoth('The heading of the article whose numbered steps stand in place of {steps}.').optional(),
  body: inBoth('What the customer is told, without greeting, link and sign-off.'),
});

/** A reply as its file holds it. */
export type Reply = Readonly<z.infer<typeof replySchema>> & { readonly id: string };
