import { z } from 'zod';
import { slug } from '../../article/schema.ts';
import { ISSUE_TYPES } from '../../deflection/issueType.ts';
import { LAYERS } from '../../mining/layer.ts';
import { SEVERITIES } from '../handOver.ts';
import { EVIDENCE_KINDS } from './evidence.ts';

/** What a tree is about, as lists group them. */
export const TRIAGE_PRODUCTS = ['wallet', 'card', 'payments', 'account', 'security'] as const;

const words = {
  en: z
    .string('expected the English text')
    .trim()
    .min(1, 'expected the English text')
    .describe('In English.'),
  'zh-CN': z
    .string('expected the Chinese text')
    .trim()
    .min(1, 'expected the Chinese text')
    .describe('In Chinese.'),
};
const said = z.strictObject(words);
const id = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'expected an id such as not-found (lower case, digits, hyphens)');

const evidence = z.union(
  [
    z.enum(EVIDENCE_KINDS).transform((kind) => ({ kind, id: kind as string, label: undefined })),
    z
      .strictObject({
        kind: z.enum(EVIDENCE_KINDS).describe('What it is; decides how it is checked.'),
        id: id.describe('Tells it from another one of the same kind.'),
        label: said.describe('What the field is called, in place of the usual name.'),
      })
      .transform(({ kind, id, label }) => ({ kind, id, label })),
  ],
  `expected one of ${EVIDENCE_KINDS.join(', ')}; or, for a second one of a kind, { kind, id, label: { en, zh-CN } }`,
);

const answer = z.strictObject({
  ...words,
  next: id.describe('The step or the end that follows.'),
});

const step = z.strictObject({
  id,
  question: said.describe('What is asked; one thing.'),
  why: said.optional().describe('Why it is asked, or how to find out.'),
  evidence: z.array(evidence).default([]).describe('What to note for whoever goes on.'),
  answers: z.array(answer).default([]).describe('What may be chosen, the most frequent first.'),
});

const endBase = {
  id,
  title: said.describe('What was found out, in one line.'),
  advice: said.describe('What to do now, and what not.'),
  layer: z
    .enum(LAYERS)
    .optional()
    .describe('Where the fault is suspected; absent where there is none of ours.'),
  tree: id.optional().describe('Another tree of the same audience to go on with, by the name of its file.'),
};
const article = slug.describe('The article that answers.');
const end = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ ...endBase, kind: z.literal('article'), article }),
    z.strictObject({
      ...endBase,
      kind: z.literal('reply'),
      article,
      reply: id
        .optional()
        .describe('A reply of content/replies; without it, the only one that leads to the article.'),
    }),
    z.strictObject({
      ...endBase,
      kind: z.literal('escalation'),
      team: id.describe('Who takes it: a team of content/teams.'),
      severity: z.enum(SEVERITIES).describe('A hint: the matrix decides.'),
      runbook: slug.optional().describe('What to follow.'),
      article: article.optional(),
    }),
    z.strictObject({
      ...endBase,
      kind: z.literal('incident'),
      severity: z.enum(SEVERITIES),
      runbook: slug.describe('What to follow.'),
      article: article.optional(),
    }),
    z.strictObject({
      ...endBase,
      kind: z.literal('contact').describe('Public trees: the contact form.'),
      article: article.optional(),
    }),
  ],
  'expected one of article, reply, escalation, incident, contact',
);

/** A decision tree of `content/triage/`: steps that ask, ends that say what to do. The first step is where it starts. */
export const triageTreeSchema = z.strictObject({
  title: said.describe("The problem in the customer's words."),
  summary: said.describe('One sentence that tells it from its neighbours.'),
  audience: z
    .enum(['public', 'internal'])
    .describe('Who may see it; internal never reaches the public edition.'),
  product: z.enum(TRIAGE_PRODUCTS).describe('What it is about.'),
  layer: z.enum(LAYERS).optional().describe('Where the fault usually lies, for lists.'),
  issueType: z.enum(ISSUE_TYPES).describe('What is chosen in the contact form.'),
  article: slug.describe('The article for customers; it is to be tried first.'),
  runbook: slug.optional().describe('The runbook that this tree follows; internal trees only.'),
  steps: z.array(step).min(1, 'expected at least one step'),
  ends: z.array(end).min(1, 'expected at least one end'),
});

export type TriageTree = z.infer<typeof triageTreeSchema>;
export type TriageStep = TriageTree['steps'][number];
export type TriageAnswer = TriageStep['answers'][number];
export type TriageEnd = TriageTree['ends'][number];
export type EvidenceField = TriageStep['evidence'][number];
export type Said = Readonly<z.infer<typeof said>>;
export type TriageProduct = (typeof TRIAGE_PRODUCTS)[number];
