// The privacy guard, with the word lists of every language: a file of its own, which every page loads at once.
export { findSecrets } from '../core/privacy/secrets.ts';
