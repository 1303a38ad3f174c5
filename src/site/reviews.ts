import { getCollection } from 'astro:content';
import { reviewsOf, type Review } from '../core/article/reviews.ts';
import { articleSource } from './articleSource.ts';

/** The next review of every article of this edition, the most urgent first. */
export async function allReviews(today: string): Promise<Review[]> {
  return reviewsOf((await getCollection('docs')).map(articleSource), today);
}

/** The same by the team that owes it, in the order of the teams’ names. */
export async function reviewsByOwner(today: string): Promise<ReadonlyMap<string, readonly Review[]>> {
  const byOwner = Map.groupBy(await allReviews(today), ({ owner }) => owner);
  return new Map([...byOwner].toSorted(([a], [b]) => (a < b ? -1 : Number(a > b))));
}

/** An owner’s name as a part of an address: letters of any script, digits and hyphens. */
export function ownerAddress(owner: string): string {
  return owner
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}
