import type { Field } from './fields.ts';
import type { GuardLoader } from './guardLoader.ts';

/** What happens around a form that somebody sends. */
export interface Submission {
  /** Whether the element sends the form; else its host does. */
  readonly isOwn: boolean;
  readonly guard: GuardLoader;
  /** The fields whose words would leave. */
  readonly fields: () => readonly Field[];
  /** Whether these fields hold a secret; warns of it if so. */
  readonly isBlocked: (fields: readonly Field[]) => boolean;
  readonly send: () => void;
  /** Says that sending is not possible, and which way is left. */
  readonly giveUp: () => void;
}

/** Lets a form be sent, sends it, or stops it because of a secret in it. */
export function submit(event: SubmitEvent, submission: Submission): void {
  const { isOwn, guard } = submission;
  if (isOwn) event.preventDefault();
  if (!guard.find) submitLater(event, submission);
  else if (submission.isBlocked(submission.fields())) stop(event);
  else if (isOwn) submission.send();
}

/** Submits once the guard is there. A host's form is let go all the same if it cannot be had: contact is never blocked. */
function submitLater(event: SubmitEvent, { isOwn, guard, giveUp }: Submission): void {
  const form = event.target as HTMLFormElement;
  stop(event);
  void guard
    .load()
    .catch(() => (isOwn ? giveUp() : guard.waive()))
    .then(() => guard.find && form.requestSubmit(event.submitter));
}

/** Before any listener of the host's own can send it. */
function stop(event: SubmitEvent): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}
