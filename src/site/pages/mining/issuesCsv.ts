import type { APIRoute } from 'astro';
import { reportCsv } from '../../../core/mining/reportCsv.ts';
import { loadMiningReport } from '../../miningReport.ts';

/** The issues for a spreadsheet; no file without a report. */
export const GET: APIRoute = async () => {
  const report = await loadMiningReport();
  if (!report) return new Response(null, { status: 404 });
  return new Response(reportCsv(report), { headers: { 'Content-Type': 'text/csv; charset=utf-8' } });
};
