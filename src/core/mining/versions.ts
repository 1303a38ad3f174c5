/** "version 5.12", "v6.0.1", "App 版本 5.12.0", and not 192.168.0.1, 5.0 USDT or 12.5.2026. */
const VERSION =
  /(?:\bversions?|\bver\.?|\bv|版本号?|\bbuild|\bapp)\s*(?:is|号|为|是)?\s*[:：]?\s*v?(\d{1,3}(?:\.\d{1,4}){1,3})(?![\d.]*\s*(?:[a-z]{3,5}\b|[%€$￥元]))/giu;
/** Such a text holds more by accident than by meaning. */
const MOST = 3;

/** The versions of a product that a text names. */
export function versionsIn(text: string): string[] {
  const found = [...text.matchAll(VERSION)].map(([, version]) => version!.replace(/(?:\.0)+$/, ''));
  return [...new Set(found)].sort(compareVersions).slice(0, MOST);
}

/** Below 0 if `a` is older. */
export function compareVersions(a: string, b: string): number {
  const [one, other] = [a.split('.').map(Number), b.split('.').map(Number)];
  for (let i = 0; i < Math.max(one.length, other.length); i++) {
    const difference = (one[i] ?? 0) - (other[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
