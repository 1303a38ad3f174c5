import { z } from 'zod';
import { slug } from '../../article/schema.ts';
import { parseSettings } from '../../article/lint/parseSettings.ts';
import { matchWords, type Incident } from './incident.ts';

const component = z.strictObject({
  name: z.strictObject({ en: z.string().trim().min(1), 'zh-CN': z.string().trim().min(1) }),
  articles: z.array(slug).default([]).describe('Articles that people with trouble here are shown.'),
  words: matchWords.default({ en: [], 'zh-CN': [] }).describe('Words by which people name it.'),
});

/** `content/incidents/components.yml`: what the service is made of, as customers name it, in the order of the status page. */
export const componentsSchema = z.record(
  z
    .string()
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'expected an id such as top-up (lower case, digits, hyphens)'),
  component,
);
export type Component = Readonly<z.infer<typeof component>>;
export type Components = Readonly<Record<string, Component>>;

/** @throws ContentError naming the file and each field that is wrong */
export function parseComponents(file: string, yaml: string): Components {
  return parseSettings(file, yaml, componentsSchema);
}

/** The components an incident names, those that are known. */
export function componentsOf(
  { components }: Pick<Incident, 'components'>,
  known: Components,
): (readonly [string, Component])[] {
  return components.flatMap((id) => {
    const found = Object.hasOwn(known, id) ? known[id] : undefined;
    return found ? [[id, found] as const] : [];
  });
}
