import type { Language } from '../../article/language.ts';
import { fillIn, placeholdersIn } from './placeholders.ts';
import type { PreparedReply } from './preparedReply.ts';
import { isOfType, showValue } from './variables.ts';

/** What an agent has typed, by the variable's name. */
export type Values = Readonly<Record<string, string>>;

/** The reply with what is right filled in; what is missing or wrong stays in braces. */
export function fillReply(reply: PreparedReply, values: Values, language: Language): string {
  return fillIn(reply.text[language], shownValues(reply, values, language), language);
}

/** Names of the variables that still stand in braces in a text. */
export function unfilled(reply: PreparedReply, text: string): string[] {
  const names = new Set(reply.variables.map(({ name }) => name));
  return placeholdersIn(text).filter((name) => names.has(name));
}

/** A text that the agent has changed: what they wrote stays, braces that can be filled are. */
export function fillRest(reply: PreparedReply, text: string, values: Values, language: Language): string {
  return fillIn(text, shownValues(reply, values, language), language);
}

function shownValues(
  { variables }: PreparedReply,
  values: Values,
  language: Language,
): Record<string, string> {
  return Object.fromEntries(
    variables
      .filter(({ name, type }) => isOfType(type, values[name] ?? ''))
      .map(({ name, type }) => [name, showValue(type, values[name]!, language)]),
  );
}
