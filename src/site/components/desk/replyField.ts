import type { Language } from '../../../core/article/language.ts';
import { maskSecrets } from '../../../core/operations/desk/ticketText.ts';
import type { PreparedReply } from '../../../core/operations/replies/preparedReply.ts';
import { isOfType } from '../../../core/operations/replies/variables.ts';
import { findSecrets } from '../../../core/privacy/secrets.ts';
import { make } from '../dom.ts';
import { say, type Strings } from '../words.ts';

/** A field for a variable of a reply, without secrets; what has not its shape is said when the field is left. */
export function replyField(
  { name, type, label }: PreparedReply['variables'][number],
  value: string,
  language: Language,
  strings: Strings,
  typed: (value: string) => void,
): HTMLElement {
  const input = make('input');
  Object.assign(input, {
    id: `reply-${name}`,
    type: type === 'date' ? 'date' : 'text',
    autocomplete: 'off',
    spellcheck: false,
    value,
  });
  input.dataset['name'] = name;
  if (type === 'lastFour') input.inputMode = 'numeric';
  const error = make('p', 'fl-field-error');
  error.id = `${input.id}-error`;
  input.setAttribute('aria-describedby', error.id);
  const judge = (): void => {
    const isWrong = input.value.trim() !== '' && !isOfType(type, input.value);
    input.setAttribute('aria-invalid', String(isWrong));
    error.textContent = isWrong ? say(strings, `reply.wrong.${type}`) : '';
  };
  input.addEventListener('input', () => {
    const masked = maskSecrets(input.value, findSecrets);
    if (masked.kinds.length > 0) input.value = masked.text;
    if (input.getAttribute('aria-invalid') === 'true') judge();
    typed(input.value);
  });
  input.addEventListener('change', judge);
  const caption = make('label', '', label[language]);
  caption.htmlFor = input.id;
  const isLong = type === 'hash' || type === 'link';
  return make('div', isLong ? 'fl-variable fl-wide' : 'fl-variable', caption, input, error);
}
