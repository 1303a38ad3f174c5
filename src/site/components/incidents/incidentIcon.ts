import type { Tone } from '../../../core/operations/incidents/cards.ts';

/** A shape of its own for each tone: an octagon, a triangle, a circle, a tick. SVG path data, 24 × 24. */
export const INCIDENT_ICONS: Readonly<Record<Tone, string>> = {
  severe: 'M8 3h8l5 5v8l-5 5H8l-5-5V8zM12 8v5M12 16v.1',
  major: 'M12 3.5 2.5 20h19zM12 10v4.5M12 17.3v.1',
  minor: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 8v5M12 16v.1',
  resolved: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM8 12.2l2.8 2.8L16 9.5',
};

export function incidentIcon(tone: Tone): SVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', INCIDENT_ICONS[tone]);
  svg.append(path);
  return svg;
}
