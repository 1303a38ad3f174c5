import { TicketNotDelivered, TicketRefused } from '../outcome.ts';
import { request, type Answer, type Repetition } from '../retry.ts';
import { subjectOf } from '../ticketDraft.ts';
import { ticketText } from '../ticketText.ts';
import { at, entriesAt, refusal, step, textAt, unreadable, type Adapter } from './target.ts';

/**
 * Zammad's form channel, as its own form.js uses it: a token for a "fingerprint" (anything of more than thirty
 * characters; we send the ticket's key and take no fingerprint of anybody), then the ticket. Both are posted like a
 * form's fields, which browsers send to another origin without asking first. The text goes to the address that the
 * deployment set, not to the `endpoint` that the server names.
 */
export const zammad: Adapter<'zammad'> =
  ({ url }) =>
  async (draft, effects, progress) => {
    const fingerprint = `firstline-ticket-${draft.idempotencyKey}`;
    const post = (path: string, fields: Record<string, string>, repetition: Repetition): Promise<Answer> =>
      request(
        `${url}/api/v1/${path}`,
        {
          method: 'POST',
          headers: { Accept: 'application/json' },
          body: new URLSearchParams({ fingerprint, ...fields }),
        },
        repetition,
        effects,
      );

    const token = await step(progress, 'token', async () => {
      const answer = await post('form_config', {}, 'harmless');
      const given = textAt(answer.json, 'token');
      if (!answer.isOk) throw refusal(answer);
      if (at(answer.json, 'enabled') === false) {
        throw new TicketRefused('The form is switched off in Zammad.');
      }
      if (!given) throw new TicketNotDelivered('Zammad answered without a token.', false);
      return given;
    });
    const reference = await step(progress, 'ticket', async () => {
      const fields = {
        token,
        name: draft.name?.trim() || draft.email.trim(),
        email: draft.email.trim(),
        title: subjectOf(draft),
        body: ticketText(draft, draft.language),
      };
      const answer = await post('form_submit', fields, 'second-ticket');
      if (!answer.isOk) {
        // It may have expired: sending again asks for another.
        progress.delete('token');
        throw refusal(answer);
      }
      const errors = entriesAt(answer.json, 'errors');
      if (errors.length > 0) throw new TicketRefused('Zammad refused some of the fields.', ours(errors));
      const number = textAt(answer.json, 'ticket', 'number') || textAt(answer.json, 'ticket', 'id');
      if (!number) throw unreadable();
      return number;
    });
    return { kind: 'zammad', reference };
  };

/** Zammad's names for what our form calls otherwise. Its values are `required`, `invalid` or a sentence. */
const NAMES: Readonly<Record<string, string>> = { title: 'subject', body: 'description' };

function ours(errors: readonly (readonly [string, unknown])[]): Record<string, string> {
  return Object.fromEntries(
    errors.map(([name, value]) => [NAMES[name] ?? name, textAt([value], 0) || 'invalid']),
  );
}
