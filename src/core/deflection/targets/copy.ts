import { TicketNotDelivered } from '../outcome.ts';
import { referenceOf } from '../ticketDraft.ts';
import { ticketMarkdown } from '../ticketText.ts';
import type { Adapter } from './target.ts';

/** The ticket as Markdown on the clipboard, for whatever channel there is. */
export const copy: Adapter<'copy'> = () => async (draft, effects) => {
  try {
    await effects.copy(ticketMarkdown(draft, draft.language));
  } catch (cause) {
    throw new TicketNotDelivered('The browser did not allow copying.', false, cause);
  }
  return { kind: 'copy', reference: referenceOf(draft) };
};
