import * as z from 'zod/mini';
import { ModelError, parseJson } from './modelConfig.ts';

const textsSchema = z.array(z.array(z.string()));

/**
 * `background.json` of a model folder: what else people write. A build tunes its table against it, so that a site's
 * articles stay apart from all else, and checks that the table still tells it apart.
 */
const backgroundSchema = z.object({
  /** Messages that no article answers, by kind. */
  offTopic: textsSchema,
  /** Problems that other sites answer, a few texts each. */
  problems: textsSchema,
  /** Problems that no training may see: for checking only. */
  check: z.array(z.object({ problem: z.string(), lang: z.enum(['en', 'zh']), text: z.string() })),
});
export type Background = z.infer<typeof backgroundSchema>;

export const NO_BACKGROUND: Background = { offTopic: [], problems: [], check: [] };

/** @throws ModelError if the file is not one */
export function parseBackground(bytes: Uint8Array): Background {
  const parsed = backgroundSchema.safeParse(parseJson(bytes, 'background.json'));
  if (!parsed.success) {
    throw new ModelError(`background.json of the model is not one: ${z.prettifyError(parsed.error)}`);
  }
  return parsed.data;
}
