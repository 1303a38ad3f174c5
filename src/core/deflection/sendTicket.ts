import type { Finder, SecretKind } from '../privacy/secret.ts';
import type { OutboxEntry, Progress, SendEffects } from './effects.ts';
import { secretKindsIn, type FieldText } from './fieldSecrets.ts';
import { TicketNotDelivered, TicketRefused, type Receipt } from './outcome.ts';
import { waitMs, type FormEvidence } from './spam.ts';
import { chatwoot } from './targets/chatwoot.ts';
import { copy } from './targets/copy.ts';
import { mailto } from './targets/mailto.ts';
import { webhook } from './targets/webhook.ts';
import { zammad } from './targets/zammad.ts';
import { zendesk } from './targets/zendesk.ts';
import { fieldsFor } from './issueType.ts';
import { checkDraft, checkEmail, type TicketDraft } from './ticketDraft.ts';
import type { TicketTarget } from './ticketTarget.ts';

/**
 * Sends a ticket, the same one never twice: asked again while it is on its way, or after it has arrived, it gives the
 * same promise and sends nothing; asked again after a failure, it goes on after the last step that succeeded. A ticket
 * is told by its `idempotencyKey`: give changed words a new one. `mailto` and `copy` are done each time.
 *
 * Checked right before, in this order: the honeypot, the fields, secrets in any of the texts; for `mailto` and `copy`
 * secrets alone. Fields that the issue type does not ask for are left out.
 *
 * @param form what tells a person from a machine (spam.ts); without it nothing is asked
 * @returns a receipt with a reference to show, and what is left to paste into an email, if any
 * @throws TicketRefused (as a rejection) if something must be mended: `fields` says what and where, `secrets` which
 * kinds were found
 * @throws TicketNotDelivered (as a rejection) if it did not get through; `mayHaveArrived` if nobody can tell. Sending it
 * again is safe: where it could make a second ticket, the same rejection comes back at once. The text is still in the
 * form: offer `{ kind: 'copy' }` and `{ kind: 'mailto', address }` with the same draft.
 */
export function sendTicket(
  target: TicketTarget,
  draft: TicketDraft,
  effects: SendEffects,
  form?: FormEvidence,
): Promise<Receipt> {
  if (target.kind === 'mailto' || target.kind === 'copy') return handOver(target, draft, effects);
  const { outbox } = effects;
  const entry: OutboxEntry = outbox.get(draft.idempotencyKey) ?? { progress: new Map() };
  outbox.set(draft.idempotencyKey, entry);
  entry.delivery ??= (async () => {
    if (form?.trap)
      throw new TicketRefused('A field that people do not see was filled in.', { trap: 'invalid' });
    const sent = await checked(target, draft, effects);
    const wait = form ? waitMs(form, effects.now()) : 0;
    if (wait > 0) await effects.sleep(wait);
    return deliver(
      target,
      sent,
      { ...effects, onUncertain: () => (entry.isUncertain = true) },
      entry.progress,
    );
  })().catch((error: unknown) => {
    delete entry.delivery;
    throw rememberingDoubt(error, entry);
  });
  return entry.delivery;
}

/** What may have arrived the first time may still have, whatever failed the second time: also when it was refused in between. */
function rememberingDoubt(error: unknown, entry: OutboxEntry): unknown {
  if (!(error instanceof TicketNotDelivered)) return error;
  entry.isUncertain ||= error.mayHaveArrived;
  if (error.mayHaveArrived || !entry.isUncertain) return error;
  return new TicketNotDelivered(error.message, true, error.cause, error.retryAfterMs);
}

/** Gives it to the person's own mail program or clipboard. */
async function handOver(target: TicketTarget, draft: TicketDraft, effects: SendEffects): Promise<Receipt> {
  return deliver(target, await checked(target, draft, effects), effects, new Map());
}

function deliver(
  target: TicketTarget,
  draft: TicketDraft,
  effects: SendEffects,
  progress: Progress,
): Promise<Receipt> {
  switch (target.kind) {
    case 'mailto':
      return mailto(target)(draft, effects, progress);
    case 'copy':
      return copy(target)(draft, effects, progress);
    case 'webhook':
      return webhook(target)(draft, effects, progress);
    case 'zendesk':
      return zendesk(target)(draft, effects, progress);
    case 'zammad':
      return zammad(target)(draft, effects, progress);
    case 'chatwoot':
      return chatwoot(target)(draft, effects, progress);
  }
}

/** The draft as it may be sent: with the fields of its type and no others. */
async function checked(
  { kind }: TicketTarget,
  draft: TicketDraft,
  { findSecrets }: SendEffects,
): Promise<TicketDraft> {
  // A slip in a field must not stand between people and their last way out: mail and clipboard.
  const problems = kind === 'mailto' || kind === 'copy' ? {} : problemsOf(draft);
  if (Object.keys(problems).length > 0) throw new TicketRefused('Some fields need another look.', problems);
  const sent = { ...draft, fields: fieldsFor(draft.issueType, draft.fields) };
  const secrets = secretsIn(sent, findSecrets);
  if (secrets.length > 0) throw new TicketRefused('The text holds a secret.', {}, secrets);
  return sent;
}

function problemsOf(draft: TicketDraft): Record<string, string> {
  const email = checkEmail(draft.email);
  return { ...(email ? { email } : {}), ...checkDraft(draft) };
}

/** The kinds of secrets in all that would be sent, each once. */
function secretsIn(
  { subject, description, name = '', email, fields, ...rest }: TicketDraft,
  find: Finder<SecretKind>,
): SecretKind[] {
  const { transactionHash = '', appVersion = '', device = '' } = fields;
  const texts = (part: FieldText['part'], ...written: readonly string[]): FieldText[] =>
    written.map((text) => ({ text, part }));
  const reasons = rest.articles.rejected.map(({ reason = '' }) => reason);
  const { page, userAgent } = rest.environment;
  return secretKindsIn(
    [
      ...texts('message', subject, description),
      ...texts('detail', name, email, appVersion, device),
      ...texts('apart', transactionHash, page, userAgent, ...reasons),
    ],
    find,
  );
}
