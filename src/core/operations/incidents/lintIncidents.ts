import { ContentError } from '../../article/contentError.ts';
import type { Problem } from '../../article/lint/problem.ts';
import { parseComponents, type Components } from './components.ts';
import type { Incident } from './incident.ts';
import { parseIncident } from './parseIncident.ts';
import { isShown } from './published.ts';
import { problemIn } from './problemIn.ts';
import { parseReview } from './review.ts';
import { reviewFindings } from './reviewFindings.ts';
import { unreadableYaml } from './unreadableYaml.ts';

/** A file of `content/incidents`, as it stands. */
export interface IncidentSource {
  /** The path to name. */
  readonly file: string;
  /** Path below the folder without ending: `2026-11-21-swap-bsc`, `reviews/2026-11-21-swap-bsc`. */
  readonly id: string;
  readonly text: string;
}

export interface IncidentFiles {
  readonly components: { readonly file: string; readonly text: string };
  readonly incidents: readonly IncidentSource[];
  readonly reviews: readonly IncidentSource[];
}

export interface IncidentLintSettings {
  /** Milliseconds since 1970. */
  readonly nowMs: number;
  /** Slugs that there is an article or runbook for. */
  readonly slugs: ReadonlySet<string>;
}

/** What is wrong with the incidents and their reviews, by file and line. */
export function lintIncidents(files: IncidentFiles, settings: IncidentLintSettings): Problem[] {
  const problems: Problem[] = [];
  const attempt = <Output>(
    rule: string,
    source: { readonly file: string; readonly text: string },
    read: () => Output,
  ) => {
    const unreadable = unreadableYaml(source, rule);
    if (unreadable) {
      problems.push(unreadable);
      return undefined;
    }
    try {
      return read();
    } catch (error) {
      if (!(error instanceof ContentError)) throw error;
      for (const message of messagesOf(error)) problems.push(problemIn(source, rule, 'error', message));
      return undefined;
    }
  };
  const components = attempt('incident-components', files.components, () =>
    parseComponents(files.components.file, files.components.text),
  );
  if (components === undefined) return problems;
  problems.push(...componentProblems(components, files.components, settings));
  const reviews = new Map(
    files.reviews.flatMap((source) => {
      const review = attempt('incident-review', source, () => parseReview(source.file, source.text));
      return review ? [[source.id, { source, review }] as const] : [];
    }),
  );
  const unreadable = new Set(files.reviews.map(({ id }) => id)).difference(new Set(reviews.keys()));
  for (const source of files.incidents) {
    const context = { components, nowMs: settings.nowMs };
    const incident = attempt('incident', source, () =>
      parseIncident(source.id, source.file, source.text, context),
    );
    if (!incident) continue;
    problems.push(...incidentFindings(incident, source, settings));
    if (!unreadable.has(reviewId(incident)))
      problems.push(...reviewFindings(incident, source, reviews.get(reviewId(incident)), settings));
  }
  return problems;
}

/** Where an incident's review stands, as `reviews` are named. */
export function reviewId({ id, review }: Pick<Incident, 'id' | 'review'>): string {
  return review?.startsWith('reviews/') ? review.replace(/\.md$/, '') : `reviews/${id}`;
}

function componentProblems(
  components: Components,
  source: IncidentFiles['components'],
  { slugs }: IncidentLintSettings,
): Problem[] {
  return Object.entries(components).flatMap(([id, { articles }]) =>
    articles
      .filter((slug) => !slugs.has(slug))
      .map((slug) =>
        problemIn(
          source,
          'incident-components',
          'error',
          `${id}.articles names ${slug}, which is not an article. Correct the slug, or remove it.`,
          slug,
        ),
      ),
  );
}

function incidentFindings(
  incident: Incident,
  source: IncidentSource,
  settings: IncidentLintSettings,
): Problem[] {
  const { match, status, expires } = incident;
  const lost = match.articles
    .filter((slug) => !settings.slugs.has(slug))
    .map((slug) =>
      problemIn(
        source,
        'incident-articles',
        'error',
        `match.articles names ${slug}, which is not an article. Correct the slug, or remove it.`,
        slug,
      ),
    );
  const isForgotten = status !== 'resolved' && !isShown(incident, settings.nowMs);
  return [
    ...lost,
    ...(isForgotten
      ? [
          problemIn(
            source,
            'incident-forgotten',
            'warning',
            `The notice went by itself at ${expires}, and the incident is still ${status}. Resolve it, or update it: \`npm run incident -- update ${incident.id}\`.`,
            'expires:',
          ),
        ]
      : []),
  ];
}

/** What is wrong with a file, one message each. */
export function messagesOf({ message }: ContentError): string[] {
  return message
    .split(/\n {2}- /)
    .slice(1)
    .map((part) => part.replace(/\s*\n\s*/g, ' ').trim());
}
