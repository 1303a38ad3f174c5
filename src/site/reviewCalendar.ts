import { ICalCalendar, ICalEventTransparency } from 'ical-generator';
import type { Review } from '../core/article/reviews.ts';

/** What a calendar says around its reviews, in one language. */
export interface CalendarWords {
  readonly name: string;
  readonly summary: (review: Review) => string;
  readonly description: (review: Review) => string;
  readonly hrefOf: (review: Review) => string;
}

const DAY_MS = 86_400_000;

/**
 * An owner’s reviews as an iCalendar feed (RFC 5545): one all-day event an article, on the day it is due. The same articles
 * give the same bytes: the identity of an event is the article’s path, its time stamp the day of the last review. What was
 * never reviewed has no day and is left out.
 * @param host the domain of the help site, part of each event’s identity
 */
export function reviewCalendar(reviews: readonly Review[], host: string, words: CalendarWords): string {
  const calendar = new ICalCalendar({
    name: words.name,
    prodId: { company: 'firstline', product: 'reviews' },
    // Calendars ask again once a day.
    ttl: 86_400,
  });
  for (const review of reviews) {
    if (review.due === undefined || review.reviewed === undefined) continue;
    const dueMs = Date.parse(review.due);
    calendar.createEvent({
      id: `review-${review.id.replaceAll('/', '-')}@${host}`,
      stamp: new Date(Date.parse(review.reviewed)),
      start: new Date(dueMs),
      end: new Date(dueMs + DAY_MS),
      allDay: true,
      timezone: 'UTC',
      summary: words.summary(review),
      description: words.description(review),
      url: words.hrefOf(review),
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return calendar.toString();
}
