import type { APIRoute } from 'astro';
import { config } from '../../config.ts';
import { LANGUAGES } from '../../core/article/language.ts';
import { securityText } from '../../core/operations/securityText.ts';
import { officialList } from '../official.ts';
import { ROOT } from '../published.ts';

/** `/.well-known/security.txt`: whom to tell of a hole in what we make. The addresses are those of content/official.yml. */
export const GET: APIRoute = async () => {
  const { emails } = await officialList();
  const text = securityText(
    {
      contacts: [...emails.map(({ address }) => `mailto:${address}`), `${ROOT}contact/`],
      languages: LANGUAGES,
      // Always at the root of a host, wherever the site is below it.
      canonical: new URL('/.well-known/security.txt', config.site).href,
      policy: `${ROOT}report-a-flaw/`,
    },
    buildDate(process.env['SOURCE_DATE_EPOCH']),
  );
  return new Response(text, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
};

/** Now, or the time that reproducible builds are told (seconds since 1970). */
function buildDate(epoch: string | undefined): Date {
  return epoch && /^\d+$/.test(epoch) ? new Date(Number(epoch) * 1000) : new Date();
}
