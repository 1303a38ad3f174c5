import type { APIRoute } from 'astro';
import { lureCsv } from '../../../core/mining/reportCsv.ts';
import { loadMiningReport } from '../../miningReport.ts';

/** Where the lures of a community lead, for a spreadsheet; no file unless the report is of one. */
export const GET: APIRoute = async () => {
  const report = await loadMiningReport();
  if (!report?.community) return new Response(null, { status: 404 });
  return new Response(lureCsv(report.community), { headers: { 'Content-Type': 'text/csv; charset=utf-8' } });
};
