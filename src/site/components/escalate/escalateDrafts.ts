import { readDraft, type Draft } from '../../../core/operations/escalation/draft.ts';

/** The same for both languages of the page: an agent who switches keeps what was written. */
const DRAFT = 'firstline.escalation.draft';
/** The draft that a hand-over took the place of. */
const EARLIER = 'firstline.escalation.earlier';
/** The draft as the last hand-over filled it in: nobody has worked on it while it stands like that. */
const FILLED = 'firstline.escalation.filled';

/** Drafts in session storage. Full or forbidden: what was written is still in the form. */
export function storedDraft(): Draft | undefined {
  return readDraft(get(DRAFT));
}

export function earlierDraft(): Draft | undefined {
  return readDraft(get(EARLIER));
}

export function keepDraft(draft: Draft): void {
  set(DRAFT, JSON.stringify(draft));
}

/** Puts the draft aside that a hand-over is about to overwrite, if somebody wrote in it. */
export function putAside(): void {
  const draft = storedDraft();
  if (!draft || get(DRAFT) === get(FILLED)) return;
  if (Object.keys(draft.values).length > 0 || draft.reasons.length > 0) set(EARLIER, JSON.stringify(draft));
}

/** Remembers how a hand-over filled the form in. */
export function markFilled(): void {
  set(FILLED, get(DRAFT) ?? '');
}

/** Changes the draft for the one that was put aside: neither is lost. */
export function swapDrafts(): Draft | undefined {
  const earlier = earlierDraft();
  const current = get(DRAFT);
  if (!earlier) return undefined;
  set(EARLIER, current ?? '');
  keepDraft(earlier);
  return earlier;
}

function get(key: string): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

function set(key: string, value: string): void {
  try {
    sessionStorage.setItem(key, value);
  } catch {
    // It is still on the page.
  }
}
