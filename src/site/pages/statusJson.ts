import type { APIRoute } from 'astro';
import { siteIncidents } from '../incidents.ts';

/** `/status.json`: what is under way and what was, in both languages; pages and the widget read it afresh. */
export const GET: APIRoute = async () => {
  const { status } = await siteIncidents();
  return new Response(`${JSON.stringify(status)}\n`, {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
};
