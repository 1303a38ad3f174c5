/** What a key does at the desk. */
export type DeskAction =
  | { readonly do: 'choose'; readonly place: number }
  | {
      readonly do:
        | 'link'
        | 'markdown'
        | 'known'
        | 'reply'
        | 'language'
        | 'escalate'
        | 'triage'
        | 'flag'
        | 'open'
        | 'new'
        | 'undo'
        | 'box'
        | 'leave'
        | 'keys'
        | 'copy';
    };

/** Single keys, in the order in which the page lists them. */
export const SINGLE_KEYS = {
  c: 'link',
  m: 'markdown',
  r: 'reply',
  l: 'language',
  o: 'open',
  k: 'known',
  e: 'escalate',
  t: 'triage',
  f: 'flag',
  n: 'new',
  u: 'undo',
  '/': 'box',
  '?': 'keys',
} as const satisfies Readonly<Record<string, DeskAction['do']>>;

/** What of a key press matters. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly isComposing: boolean;
  /** Held down: the first press has done it. */
  readonly repeat: boolean;
}

/**
 * What a key press means, or nothing. Single characters mean something only outside of text fields, and only while they are
 * switched on (WCAG 2.1.4); Escape and Ctrl+Enter are no characters and always work.
 * @param isTyping the focus is in a field that takes text
 * @param isOn single keys are switched on
 */
export function actionOf(press: KeyPress, isTyping: boolean, isOn: boolean): DeskAction | undefined {
  const { key, ctrlKey, metaKey, altKey } = press;
  if (press.isComposing || altKey || press.repeat) return undefined;
  if (key === 'Enter' && (ctrlKey || metaKey)) return { do: 'copy' };
  if (ctrlKey || metaKey) return undefined;
  if (key === 'Escape') return { do: 'leave' };
  if (isTyping || !isOn) return undefined;
  if (/^[1-9]$/.test(key)) return { do: 'choose', place: Number(key) - 1 };
  const lower = key.toLowerCase();
  return Object.hasOwn(SINGLE_KEYS, lower)
    ? { do: SINGLE_KEYS[lower as keyof typeof SINGLE_KEYS] }
    : undefined;
}
