import type { HandleCandidate } from './candidate.ts';
import type { OfficialList } from './officialList.ts';
import { PLATFORMS } from './platform.ts';
import { resemblance, type Resemblance } from './resemblance.ts';
import type { Opinion } from './verdict.ts';

/** A name is ours only where we use it: on another platform anybody may have taken it. */
export function judgeHandle({ name, platform, text }: HandleCandidate, list: OfficialList): Opinion {
  const lower = name.toLowerCase();
  const homes = PLATFORMS.filter((home) =>
    list.accounts[home]?.some((known) => known.toLowerCase() === lower),
  );
  const ours = `@${name}`;
  if (platform !== undefined && homes.includes(platform))
    return { verdict: 'official', reasons: ['exact'], ours, platform };
  if (homes[0] !== undefined) {
    return platform === undefined
      ? { verdict: 'not-ours', reasons: ['platform-unknown'], ours, platform: homes[0] }
      : { verdict: 'lookalike', reasons: ['wrong-platform'], ours, platform: homes[0] };
  }
  const where = platform === undefined ? {} : { platform };
  const hasNone = platform !== undefined && (list.accounts[platform] ?? []).length === 0;
  const known = PLATFORMS.flatMap((home) => list.accounts[home] ?? []);
  for (const own of [...known.map((account) => account.toLowerCase()), ...list.brand]) {
    const found = resemblance(name, own);
    if (!found) continue;
    const differences = found.kind === 'lookalike' ? found.differences : [];
    const reasons = hasNone ? (['lookalike-handle', 'no-account'] as const) : (['lookalike-handle'] as const);
    const isAccount = known.some((account) => account.toLowerCase() === own);
    return {
      ...where,
      ...(isAccount ? { ours: `@${own}` } : {}),
      verdict: 'lookalike',
      reasons,
      differences,
      ...handleMarks(found, text.lastIndexOf(name)),
    };
  }
  return { ...where, verdict: 'not-ours', reasons: [hasNone ? 'no-account' : 'not-listed'] };
}

/** @param offset where the name stands in what is shown; -1 if it is written there in another way */
function handleMarks(found: Resemblance, offset: number): Pick<Opinion, 'marks'> {
  if (found.kind !== 'lookalike' || offset < 0) return {};
  return { marks: found.differences.map(({ start, end }) => ({ start: start + offset, end: end + offset })) };
}
