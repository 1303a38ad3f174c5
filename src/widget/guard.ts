// The privacy guard, with the word lists of every language: a file of its own, which every page loads at once.
import { findSecrets } from '../core/privacy/secrets.ts';

export { findSecrets };

// The first text is read more slowly than all others: better one that nobody waits for.
const whenIdle = globalThis.requestIdleCallback ?? ((run: () => void) => setTimeout(run));
whenIdle(() => findSecrets('abandon ability 的一 4242'));
