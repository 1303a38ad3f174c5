/**
 * The other files of the widget and what they must hash to, as `integrity` attributes say it. Filled in when this file is
 * bundled, so that whoever pins the first file by its hash has pinned them all.
 */
declare const FIRSTLINE_BUNDLES: Readonly<Record<BundleName, string>>;

export type BundleName = 'guard.js' | 'worker.js' | 'inpage.js' | 'form.js';

export interface Bundle {
  readonly url: URL;
  readonly integrity: string;
}

export function bundle(name: BundleName): Bundle {
  return { url: new URL(name, import.meta.url), integrity: FIRSTLINE_BUNDLES[name] };
}

/**
 * Imports a bundle after holding it against its hash.
 * @throws Error if it cannot be had or is not what it must be
 */
export async function importBundle(name: BundleName): Promise<unknown> {
  const { url, integrity } = bundle(name);
  const link = document.createElement('link');
  Object.assign(link, { rel: 'modulepreload', href: url.href, integrity, crossOrigin: 'anonymous' });
  await new Promise<void>((resolve, reject) => {
    link.addEventListener('load', () => resolve());
    link.addEventListener('error', () =>
      reject(new Error(`${url.href} could not be loaded, or was altered.`)),
    );
    document.head.append(link);
  });
  return import(url.href);
}
