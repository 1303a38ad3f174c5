import type { Author, Message, Satisfaction, TicketPart } from '../ticket.ts';

/** The message as a list of one; an empty list if it says nothing. */
export function messageOf(author: Author, body: string, createdAt?: string): Message[] {
  return body.trim() === '' ? [] : [{ author, body, ...(createdAt !== undefined && { createdAt }) }];
}

/**
 * Puts what was asked before the other messages, unless it is already the first of the requester's. It is left out if
 * it is the text of a hidden message: some desks repeat the first note of a conversation as its description.
 */
export function withOpening(
  opening: readonly Message[],
  messages: readonly Message[],
  hidden: readonly string[] = [],
): readonly Message[] {
  const [first] = opening;
  if (!first) return messages;
  const same = (body: string): boolean => squeezed(body) === squeezed(first.body);
  if (hidden.some(same)) return messages;
  const repeated = messages[0];
  if (!repeated || !same(repeated.body)) return [...opening, ...messages];
  return [repeated.author === 'requester' ? repeated : first, ...messages.slice(1)];
}

/**
 * Whether an agent wrote to a customer, who then answered: the opening repeats the first message, and that is an agent's.
 * Without an answer the agent wrote down what a customer had said elsewhere, which is their problem all the same.
 */
export function isOpenedByAgent(
  { messages: [opening] }: { readonly messages: readonly Message[] },
  messages: readonly Message[],
): boolean {
  const [first] = messages;
  return (
    first?.author === 'agent' &&
    (opening === undefined || squeezed(opening.body) === squeezed(first.body)) &&
    messages.some(({ author }) => author === 'requester')
  );
}

/** A part with only the fields that are known. */
export function partOf(part: {
  readonly [Key in keyof TicketPart]?: TicketPart[Key] | undefined;
}): TicketPart {
  const known = Object.entries(part).filter(([, value]) => value !== undefined && value !== '');
  return { ticketKey: '', body: '', ...Object.fromEntries(known) };
}

/** Five stars, or marks of five, as three grades. */
export function gradeOf(stars: unknown): Satisfaction | undefined {
  if (typeof stars !== 'number' || !(stars >= 1 && stars <= 5)) return undefined;
  return stars >= 4 ? 'good' : stars <= 2 ? 'bad' : 'neutral';
}

/** A grade in words or as a number of five. */
export function satisfactionNamed(value: unknown): Satisfaction | undefined {
  const name = typeof value === 'string' ? value.trim().toLowerCase() : value;
  const grade = gradeOf(typeof name === 'string' && /^[1-5]$/.test(name) ? Number(name) : name);
  return grade ?? NAMED_GRADES.get(name);
}

const NAMED_GRADES = new Map<unknown, Satisfaction>([
  ['good', 'good'],
  ['satisfied', 'good'],
  ['满意', 'good'],
  ['neutral', 'neutral'],
  ['一般', 'neutral'],
  ['bad', 'bad'],
  ['dissatisfied', 'bad'],
  ['不满意', 'bad'],
]);

function squeezed(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
