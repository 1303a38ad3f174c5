import type { APIRoute } from 'astro';
import { loadMiningReport } from '../../miningReport.ts';

/** The whole report for programs; no file without one. */
export const GET: APIRoute = async () => {
  const report = await loadMiningReport();
  if (!report) return new Response(null, { status: 404 });
  return new Response(`${JSON.stringify(report, null, 2)}\n`, {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
};
