import { i18nLoader } from '@astrojs/starlight/loaders';
import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import english from '../../content/i18n/en.json' with { type: 'json' };
import { frontMatterFields, phrasingsSchema } from '../core/article/schema.ts';
import { editionLoader } from './editionLoader.ts';
import { edition } from './edition.ts';

/** Every language says everything that English says; a missing string fails the build. */
const strings = z.object(Object.fromEntries(Object.keys(english).map((key) => [key, z.string()])));

export const collections = {
  docs: defineCollection({
    loader: editionLoader(edition),
    schema: docsSchema({ extend: z.object(frontMatterFields) }),
  }),
  phrasings: defineCollection({
    loader: glob({ base: 'content/phrasings', pattern: '**/*.{yml,yaml}' }),
    schema: phrasingsSchema,
  }),
  i18n: defineCollection({ loader: i18nLoader(), schema: i18nSchema({ extend: strings }) }),
};
