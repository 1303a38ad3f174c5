import { config } from '../../src/config.ts';
import {
  announcementsOf,
  postWeight,
  POST_WEIGHT,
  statusAddress,
  type Announcement,
} from '../../src/core/operations/incidents/announcements.ts';
import type { Incident } from '../../src/core/operations/incidents/incident.ts';
import { needsReview, reviewDue } from '../../src/core/operations/incidents/review.ts';
import { moment } from '../../src/core/operations/incidents/words.ts';

const PLACES: Readonly<Record<Announcement['place'], string>> = {
  notice: 'Status page and banner (they take it from the file; read it once more as a customer would)',
  reply: 'Reply to tickets',
  social: 'Social post',
};

/** What to publish where after a change, in the order in which places are served. */
export function publishingReport(incident: Incident): string {
  const site = new URL(config.base, config.site).href;
  const brand = { en: config.variables.en['brand'] ?? '', 'zh-CN': config.variables['zh-CN']['brand'] ?? '' };
  const isInternal = incident.audience === 'internal';
  const parts = announcementsOf(incident, { site, brand })
    .filter(({ place }) => !isInternal || place === 'notice')
    .map(({ place, language, text }) => {
      const weight = place === 'social' ? ` · ${postWeight(text)} of ${POST_WEIGHT}` : '';
      return `── ${PLACES[place]} · ${language}${weight}\n${text}`;
    });
  return [...parts, nextSteps(incident, statusAddress(site, 'en'))].join('\n\n');
}

function nextSteps(incident: Incident, address: string): string {
  const { id, audience, expires, resolved } = incident;
  const due = reviewDue(incident);
  const lines = [
    ...(audience === 'internal'
      ? ['It is internal: customers are told nothing.']
      : [
          'Publish at once: `npm run incident -- publish --to dist`, and upload dist/status.json; pages and widget read it afresh.',
        ]),
    'For the desk: `npm run incident -- publish --to dist-internal --edition internal`, and upload dist-internal/status.json.',
    ...(audience === 'internal'
      ? ['Then `npm run build:internal` and upload the rest.']
      : [
          `Then \`npm run build\` and \`npm run build:internal\`, and upload the rest: ${address} and its feed.`,
        ]),
    resolved === undefined
      ? `The notice goes by itself at ${expires} (${moment(expires, 'zh-CN')}); each update keeps it up.`
      : `The notice stands until ${expires} (${moment(expires, 'zh-CN')}).`,
    ...(due !== undefined && needsReview(incident.severity)
      ? [`The review is due on ${due}: content/incidents/reviews/${id}.md.`]
      : []),
  ];
  return `── Next\n${lines.map((line) => `- ${line}`).join('\n')}`;
}
