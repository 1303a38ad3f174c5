import { stringify } from 'yaml';
import { ContentError, show, valueAt } from '../../article/contentError.ts';
import { splitFrontMatter } from '../../article/markdown.ts';
import { askedSecrets } from './askedSecrets.ts';
import type { Components } from './components.ts';
import { INCIDENT_ID, incidentSchema, type Incident, type IncidentFields } from './incident.ts';
import { timeProblems } from './timeProblems.ts';

/** What a file is held against. */
export interface IncidentContext {
  readonly components: Components;
  /** Milliseconds since 1970: what is published later than now is a slip. */
  readonly nowMs: number;
}

/**
 * Reads `content/incidents/<id>.md`.
 * @param id the file's name without its ending
 * @param file the path to name in errors
 * @throws ContentError with everything that is wrong: the place, what was found, what was expected, how to mend it
 */
export function parseIncident(id: string, file: string, text: string, context: IncidentContext): Incident {
  const { data, body } = splitFrontMatter(file, text);
  const result = incidentSchema.safeParse(data);
  if (!result.success)
    throw new ContentError(
      file,
      result.error.issues.flatMap((issue) => described(issue, data)),
    );
  const incident: Incident = { ...result.data, id, notes: body };
  const problems = incidentProblems(incident, context);
  if (problems.length > 0) throw new ContentError(file, problems);
  return incident;
}

/** What is wrong with an incident whose fields are each well written. */
export function incidentProblems(incident: Incident, { components, nowMs }: IncidentContext): string[] {
  const { id, regions } = incident;
  const unknown = incident.components.filter((name) => !Object.hasOwn(components, name));
  return [
    ...(INCIDENT_ID.test(id)
      ? []
      : [
          `(file name): found ${id}; expected a day and words, such as 2026-11-21-swap-bsc. Fix: rename the file`,
        ]),
    ...unknown.map(
      (name) =>
        `components: found ${show(name)}; expected some of ${Object.keys(components).join(', ')}. Fix: correct the id, or add it to components.yml`,
    ),
    ...regions
      .filter(
        (code) => new Intl.DisplayNames('en', { type: 'region', fallback: 'none' }).of(code) === undefined,
      )
      .map(
        (code) => `regions: found ${show(code)}; expected a country code such as GB. Fix: correct the code`,
      ),
    ...timeProblems(incident, nowMs),
    ...askedSecrets(incident),
  ];
}

/** The file of an incident, as `parseIncident` reads it. */
export function incidentFile(incident: Incident): string {
  const { id: _id, notes, ...fields } = incident;
  const yaml = stringify(withoutEmpty(fields), { lineWidth: 0 });
  return `---\n${yaml}---\n${notes === '' ? '' : `${notes.startsWith('\n') ? '' : '\n'}${notes}`}`;
}

/** How to mend each field, in the words of somebody who has an incident to look after. */
const FIXES: Readonly<Record<string, string>> = {
  audience: 'write `audience: public` for customers, `audience: internal` for the team only',
  severity: 'write one of: sev1, sev2, sev3, sev4',
  status: 'write one of: investigating, identified, monitoring, resolved',
  title: 'write `en` and `zh-CN`, each what does not work, in one line',
  components: 'write a list of ids of components.yml, such as `[swap]`',
  layer: 'write one of: client, api, backend, provider, or remove the line',
  languages: 'write `[en]`, `[zh-CN]`, or remove the line',
  updates: 'let `npm run incident -- update` write it, or copy the shape of a neighbour',
  review: 'let `npm run incident -- review` write it',
  match: 'see the comment at the top of components.yml',
};

function described(
  issue: { readonly path: readonly PropertyKey[]; readonly message: string; readonly code?: string },
  data: unknown,
): string[] {
  const place = issue.path.map(String);
  const fix = FIXES[place[0] ?? ''] ?? 'correct the line, or let `npm run incident` write it';
  const message = issue.message.replace(/^Invalid (?:input|option): /, '');
  const field = place.join('.') || '(front matter)';
  return [`${field}: found ${show(valueAt(data, issue.path))}; ${message}. Fix: ${fix}`];
}

/** Without the lists that say nothing: a file somebody reads at night has no line too many. */
function withoutEmpty(fields: IncidentFields): Readonly<Record<string, unknown>> {
  const { regions, languages, match, ...rest } = fields;
  const { articles, networks, words } = match;
  const own = {
    ...(articles.length > 0 && { articles }),
    ...(networks.length > 0 && { networks }),
    ...((words.en.length > 0 || words['zh-CN'].length > 0) && { words }),
  };
  return {
    ...rest,
    ...(regions.length > 0 && { regions }),
    ...(languages.length > 0 && { languages }),
    ...(Object.keys(own).length > 0 && { match: own }),
  };
}
