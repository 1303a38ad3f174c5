import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { IncidentFiles } from '../core/operations/incidents/lintIncidents.ts';
import { parseReview, type Review } from '../core/operations/incidents/review.ts';
import { parseIncidentFiles, readIncidentFiles } from '../core/operations/incidents/readFolder.ts';
import { published, publishedStatus } from '../core/operations/incidents/publish.ts';
import type { PublishedIncident, PublishedStatus } from '../core/operations/incidents/published.ts';
import type { Component } from '../core/operations/incidents/components.ts';
import { edition } from './edition.ts';

const FOLDER = import.meta.env.FIRSTLINE_INCIDENTS;
const COMPONENTS = 'content/incidents/components.yml';

export interface SiteIncidents {
  /** What this edition may show, the latest first; a wrong file stops the build. */
  readonly incidents: readonly PublishedIncident[];
  readonly components: readonly (readonly [string, Component])[];
  readonly status: PublishedStatus;
  /** When the site was built, in milliseconds since 1970. */
  readonly nowMs: number;
  /** The internal edition only. */
  readonly reviews: readonly SiteReview[];
}

/** An incident that was reviewed here, and what was written; nothing as long as its file is not there. */
export interface SiteReview {
  /** The name of the review's file, which is its address. */
  readonly id: string;
  readonly incident: PublishedIncident;
  readonly review: Review | undefined;
}

/** Every page shows them: read once a build, anew on every request while somebody develops. */
let known: Promise<SiteIncidents> | undefined;

export function siteIncidents(): Promise<SiteIncidents> {
  if (import.meta.env.DEV) return load();
  known ??= load();
  return known;
}

/** Every review with a page of its own. */
export async function incidentReviews(): Promise<readonly SiteReview[]> {
  return (await siteIncidents()).reviews;
}

async function load(): Promise<SiteIncidents> {
  const nowMs = Date.now();
  const files = await readIncidentFiles({
    list: async () => {
      const names = await readdir(FOLDER, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT' && FOLDER === path.dirname(COMPONENTS)) return [];
        throw error;
      });
      return names.map((name) => name.replaceAll(path.sep, '/'));
    },
    read: (file) => readFile(path.join(FOLDER, file), 'utf8'),
    nameOf: (file) => path.posix.join(FOLDER, file),
    defaultComponents: { name: COMPONENTS, text: await readFile(COMPONENTS, 'utf8') },
  });
  const { incidents, components } = parseIncidentFiles(files, nowMs);
  const shown = published(incidents, components, edition);
  return {
    incidents: shown,
    components: Object.entries(components),
    status: publishedStatus(shown, nowMs),
    nowMs,
    reviews: edition === 'internal' ? reviewsOf(shown, files) : [],
  };
}

function reviewsOf(incidents: readonly PublishedIncident[], { reviews }: IncidentFiles): SiteReview[] {
  const sources = new Map(reviews.map((source) => [source.id, source]));
  return incidents.flatMap((incident) => {
    const [, id] = /^reviews\/(.+)\.md$/.exec(incident.internal?.review ?? '') ?? [];
    if (id === undefined) return [];
    const source = sources.get(`reviews/${id}`);
    return [{ id, incident, review: source && parseReview(source.file, source.text) }];
  });
}
