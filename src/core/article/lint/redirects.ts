import { z } from 'zod';
import { slug } from '../schema.ts';

/** `content/redirects.yml`: old slug → new slug, for both languages. */
export const redirectsSchema = z.record(slug, slug);
export type Redirects = z.infer<typeof redirectsSchema>;

/** Adds a redirect so that none leads to another: whoever comes from an older address goes straight to the newest. */
export function addRedirect(redirects: Redirects, from: string, to: string): Redirects {
  const moved = Object.entries(redirects).map(
    ([old, target]) => [old, target === from ? to : target] as const,
  );
  // An address that is in use again leads nowhere else.
  return Object.fromEntries(
    [...moved, [from, to] as const].filter(([old, target]) => old !== to && old !== target),
  );
}
