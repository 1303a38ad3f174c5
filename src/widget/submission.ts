import type { GuardLoader } from './guardLoader.ts';
import { within } from './within.ts';

/** A host's form waits no longer for the guard: contact is never blocked. */
const HOST_WAIT_MS = 3000;
/** Ours waits longer, since it is not sent unchecked; then it says so. */
const OWN_WAIT_MS = 8000;

/** What sends a ticket. */
interface Sender {
  readonly send: () => Promise<void>;
}

/** What happens around a form that somebody sends. */
export interface SubmissionContext {
  /** Whether the element sends the form; else its host does. */
  readonly isOwn: () => boolean;
  readonly guard: GuardLoader;
  /** Whether the form holds a secret; warns of it if so. */
  readonly isBlocked: () => boolean;
  /** Loads what sends our own form. */
  readonly sender: () => Promise<Sender>;
  /** Says that something has still to come before the form is sent. */
  readonly wait: () => void;
  /** Says that sending is not possible, and which ways are left. */
  readonly giveUp: () => void;
}

/** Lets a form be sent, sends it, or stops it because of a secret in it. */
export class Submission {
  readonly #context: SubmissionContext;
  #isWaiting = false;

  constructor(context: SubmissionContext) {
    this.#context = context;
  }

  submit(event: SubmitEvent): void {
    const { isOwn, guard, isBlocked } = this.#context;
    if (isOwn()) event.preventDefault();
    // Pressed once more while it waits: one press is sent.
    if (this.#isWaiting) stop(event);
    else if (!guard.find) void this.#submitLater(event);
    else if (isBlocked()) stop(event);
    else if (isOwn()) void this.#send();
  }

  /** Submits once the guard is there. A host's form is let go all the same if it does not come. */
  async #submitLater(event: SubmitEvent): Promise<void> {
    const { isOwn, guard, wait, giveUp } = this.#context;
    const form = event.target as HTMLFormElement;
    stop(event);
    this.#isWaiting = true;
    if (isOwn()) wait();
    try {
      await within(isOwn() ? OWN_WAIT_MS : HOST_WAIT_MS, guard.load());
    } catch {
      if (isOwn()) giveUp();
      else guard.waive();
    }
    this.#isWaiting = false;
    // A page may have drawn its button anew meanwhile.
    const { submitter } = event;
    const isThere = submitter !== null && 'form' in submitter && submitter.form === form;
    if (guard.find) form.requestSubmit(isThere ? submitter : null);
  }

  async #send(): Promise<void> {
    const { sender, wait, giveUp } = this.#context;
    wait();
    let own: Sender;
    try {
      own = await within(OWN_WAIT_MS, sender());
    } catch {
      giveUp();
      return;
    }
    await own.send();
  }
}

/** Before any listener of the host's own can send it. */
function stop(event: SubmitEvent): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}
