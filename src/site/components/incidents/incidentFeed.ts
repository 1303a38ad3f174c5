import { readStatus, type PublishedStatus } from '../../../core/operations/incidents/published.ts';

/** How old what was read may be before a page that is looked at reads it again. */
const FRESH_MS = 3 * 60_000;
/** How often a page looks at the clock: notices go by themselves, and say how old they are. */
const TICK_MS = 30_000;
const CACHE_KEY = 'firstline.status';

/**
 * Reads `/status.json` afresh, past every cache on the way.
 * @returns undefined if it cannot be had, or is none
 */
export async function freshStatus(url: string): Promise<PublishedStatus | undefined> {
  try {
    const response = await fetch(url, { cache: 'no-store', credentials: 'same-origin' });
    if (!response.ok) return undefined;
    return readStatus(await response.json());
  } catch {
    return undefined;
  }
}

/** What this tab read last: the next page need not wait for its notice, and mostly has it before anything is drawn. */
export function rememberedStatus(): PublishedStatus | undefined {
  try {
    return readStatus(JSON.parse(sessionStorage.getItem(CACHE_KEY) ?? 'null'));
  } catch {
    return undefined;
  }
}

/**
 * Tells of the status as long as the page is looked at: at once, when it is looked at again, and every few minutes.
 * @param tell called with undefined if it could not be had, and again without news as time passes
 */
export function watchStatus(
  url: string,
  tell: (status: PublishedStatus | undefined, isNews: boolean) => void,
): () => void {
  let last: PublishedStatus | undefined;
  let readAt = 0;
  const read = async (): Promise<void> => {
    readAt = Date.now();
    const status = await freshStatus(url);
    if (status) {
      last = status;
      remember(status);
    }
    tell(status, true);
  };
  const look = (): void => {
    if (document.hidden) return;
    if (Date.now() - readAt > FRESH_MS) void read();
    else tell(last, false);
  };
  void read();
  const timer = setInterval(look, TICK_MS);
  document.addEventListener('visibilitychange', look);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', look);
  };
}

function remember(status: PublishedStatus): void {
  try {
    sessionStorage.setItem(CACHE_KEY, JSON.stringify(status));
  } catch {
    return;
  }
}
