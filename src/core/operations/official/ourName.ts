import type { OfficialList } from './officialList.ts';
import { resemblance } from './resemblance.ts';

/** The name of ours that part of a text looks like. */
export function ourNameIn(text: string, { brand, domains }: OfficialList): string | undefined {
  const lower = text.toLowerCase();
  const domain = domains.find(({ name }) => lower.includes(name));
  if (domain) return domain.name;
  const words = text.split(/[^\p{L}\p{N}|!_-]+/u);
  return brand.find((name) => words.some((word) => resemblance(word, name) !== undefined));
}
