import { z } from 'zod';
import { LANGUAGES } from '../../article/language.ts';
import { slug } from '../../article/schema.ts';
import { NETWORKS, type NetworkId } from '../../deflection/networks.ts';
import { LAYERS } from '../../mining/layer.ts';
import type { Severity } from '../handOver.ts';
import { STATUSES } from './published.ts';

/** Not handOver's own list: with it would come the word lists of the privacy guard, which `content:lint` can do without. */
const SEVERITIES = ['sev1', 'sev2', 'sev3', 'sev4'] as const satisfies readonly Severity[];

/** A minute with its zone, kept as UTC: a time without a zone would be another one for every reader of the file. */
const time = z
  .union([z.string(), z.date()])
  .transform((value) => (typeof value === 'string' ? value : value.toISOString()))
  .pipe(
    z.iso.datetime({
      offset: true,
      error: 'expected a time with its zone, such as 2026-11-21T09:10:00Z or 2026-11-21T17:10:00+08:00',
    }),
  )
  .transform((value) => new Date(value).toISOString().replace('.000Z', 'Z'));

const words = (longest: number) =>
  z
    .string()
    .trim()
    .min(1, 'expected some words: both languages are published in the same minute')
    .max(longest, `expected at most ${longest} characters`);

/** A sentence that others build on: “We know: <title>.” */
const title = words(120).regex(/[^.。!！?？:：,，;；]$/, 'expected no punctuation at the end');

const inBoth = <Schema extends z.ZodType>(schema: Schema) => z.strictObject({ en: schema, 'zh-CN': schema });

const update = z.strictObject({
  at: time.describe('When it was published.'),
  status: z.enum(STATUSES).describe('Where things stood then.'),
  en: words(1200).describe('What was published in English. Times in UTC.'),
  'zh-CN': words(1200).describe('What was published in Chinese. Times in Beijing time.'),
});

/** Words by which people name the trouble: `swap*` is any word that begins so. */
export const matchWords = z.strictObject({
  en: z.array(z.string().trim().min(2)).default([]),
  'zh-CN': z.array(z.string().trim().min(2)).default([]),
});

/** The front matter of `content/incidents/<id>.md`. What stands below it is the team's own and is never published. */
export const incidentSchema = z.strictObject({
  audience: z
    .enum(['public', 'internal'])
    .describe('public: customers see it. internal: only the internal edition has it.'),
  severity: z.enum(SEVERITIES).describe('The highest it had; customers never see it.'),
  status: z.enum(STATUSES).describe('That of the last update.'),
  title: inBoth(title).describe(
    'What does not work, without a cause: “Swaps on BNB Smart Chain are delayed”.',
  ),
  components: z
    .array(z.string())
    .min(1, 'expected at least one component')
    .describe('What is hit: ids of components.yml.'),
  layer: z.enum(LAYERS).optional().describe('Where the fault lies, once that is known; internal.'),
  regions: z
    .array(z.string().regex(/^(?:[A-Z]{2}|\d{3})$/, 'expected a country code such as GB'))
    .default([])
    .describe('Countries that are hit (ISO 3166-1); empty: wherever we are.'),
  languages: z
    .array(z.enum(LANGUAGES))
    .default([])
    .describe('Only readers of these are told by banner and widget; empty: everybody.'),
  started: time.describe('When it began, as far as known.'),
  updates: z
    .array(update)
    .min(1, 'expected at least one update')
    .describe('What was published, oldest first.'),
  resolved: time.optional().describe('When it was over.'),
  expires: time.describe('When the notice goes by itself, whatever else happens.'),
  review: z
    .union([z.string().regex(/^reviews\/[a-z0-9-]+\.md$/), z.url({ protocol: /^https$/ })], {
      error: 'expected reviews/<id>.md, or an https:// address',
    })
    .optional()
    .describe('The post-incident document; internal.'),
  match: z
    .strictObject({
      articles: z.array(slug).default([]).describe('Whoever is shown one of these is told of the incident.'),
      networks: z
        .array(z.enum(Object.keys(NETWORKS) as [NetworkId, ...NetworkId[]]))
        .default([])
        .describe('Only these networks are hit; empty: it is not about a network.'),
      words: matchWords.default({ en: [], 'zh-CN': [] }).describe('Besides those of its components.'),
    })
    .default({ articles: [], networks: [], words: { en: [], 'zh-CN': [] } })
    .describe('Whose tickets it concerns, besides what its components say.'),
});

/** The fields as they are written. */
export type IncidentFields = Readonly<z.infer<typeof incidentSchema>>;
export type Update = IncidentFields['updates'][number];

/** An incident as its file holds it. */
export interface Incident extends IncidentFields {
  /** The file's name without its ending: `2026-11-21-swap-bsc`. */
  readonly id: string;
  /** Notes of the team, never published. */
  readonly notes: string;
}

/** Begins with a day, so that a folder of them is in order. */
export const INCIDENT_ID = /^\d{4}-\d{2}-\d{2}(?:-[a-z0-9]+)+$/;
