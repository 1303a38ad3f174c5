import type { TriageEnd } from './triageTree.ts';

/** The line with which an incident is opened; the command asks for what the walk does not know. */
export function incidentCommand({
  severity,
  layer,
}: Pick<TriageEnd & { kind: 'incident' }, 'severity' | 'layer'>): string {
  return ['npm run incident -- open', `--severity ${severity}`, layer && `--layer ${layer}`]
    .filter(Boolean)
    .join(' ');
}
