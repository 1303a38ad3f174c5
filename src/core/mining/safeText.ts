import { escapeText } from '../html.ts';

/** Terminal escape sequences: CSI, OSC (up to its terminator or the end of the line), and two-character ones. */
const ESCAPES =
  /\u001B(?:\[[0-?]*[ -/]*[@-~]?|\][^\u0007\u001B\n]*(?:\u0007|\u001B\\)?|[@-_]?)|\u009B[0-?]*[ -/]*[@-~]?/g;
const CONTROLS = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g;
/** Bidirectional marks, embeddings, overrides and isolates; zero-width characters; tags; the byte order mark. */
const INVISIBLES =
  /[\u061C\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]|[\u{E0000}-\u{E007F}]/gu;

/**
 * A stranger's text as characters that can be seen: no terminal escapes, control characters, bidirectional controls or
 * other invisible ones. Line breaks stay.
 */
export function visibleText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(ESCAPES, '')
    .replace(INVISIBLES, '')
    .replace(CONTROLS, '');
}

/** The same on one line. */
export function oneLine(text: string): string {
  return visibleText(text).replace(/\s+/g, ' ').trim();
}

/** One line of a stranger's text for a Markdown table: nothing in it is Markdown, HTML or a link. */
export function escapeMarkdown(text: string): string {
  return escapeText(oneLine(text))
    .replace(/[\\`*_{}[\]()#+\-!|~=$^]/g, '\\$&')
    .replace(/\b(https?|ftp|mailto)\s*:/gi, '$1&#58;')
    .replace(/@/g, '&#64;')
    .replace(/\bwww\\?\./gi, 'www&#46;');
}
