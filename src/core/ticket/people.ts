import { isFields, type Fields } from './readers/fields.ts';

/** Fields that hold the name, handle or address of a person, whatever they lie in. */
const OF_A_PERSON =
  /^(?:first|last|full|display|user|nick|real|given|family|sur|screen|customer|requester|contact|client|agent|sender|reporter|author|creator|assignee|submitter|recipient|from|to|cc|reply|owner|actor|organi[sz]er|member|guest|visitor|buyer|person|people)?[_-]?(?:name|names|first|last|handle|login|nick|nickname|username|firstname|lastname|fullname|displayname|e-?mail|emails|email_?address|address(?:es)?)$/i;
/** Plain `name`, `address` and the like say so only of something that is a person. */
const PERSON =
  /^(?:.*_)?(?:requesters?|customers?|contacts?|users?|authors?|agents?|assignees?|submitter|creator|reporter|owner|from|to|cc|bcc|sender|recipients?|createdby|created_by|updatedby|updateauthor|closedbyuser|primarycustomer|assignedto|assigned_to|person|people|member|participants?|collaborators?|followers?|visitor|lead|admin|actor|mentions?|responder|staff|teammates?)$/i;
/** Lists and lines of addresses: `cc_emails`, `to`, `reply_cc_emails`; and a person who is given by a name alone. */
const IN_WORDS =
  /^(?:requester|customer|contact|author|agent|assignee|reporter|creator|sender|recipient|from|to|cc|bcc|(?:.*_)?(?:cc|to|fwd|reply)_?e?mails?|from_email|requester_?name|customer_?name|agent_?name|user_?name|owner)$/i;

const MOST_NODES = 3_000;
const MOST_PEOPLE = 60;
const LONGEST = 120;

/**
 * Those who take part in a record of any desk: names, handles and addresses, as they stand in the fields that desks keep
 * them in. One walk for all formats: a reader that forgets a field would leave a name in every text.
 */
export function peopleIn(record: unknown): string[] {
  const people = new Set<string>();
  const stack: { readonly value: unknown; readonly key: string }[] = [{ value: record, key: '' }];
  for (let nodes = 0; stack.length > 0 && nodes < MOST_NODES && people.size < MOST_PEOPLE; nodes++) {
    const { value, key } = stack.pop()!;
    if (Array.isArray(value)) {
      for (const item of value.slice(0, MOST_PEOPLE) as unknown[])
        if (isFields(item) || (typeof item === 'string' && IN_WORDS.test(key)))
          stack.push({ value: item, key });
    } else if (isFields(value)) addFields(value, key, people, stack);
    else if (typeof value === 'string') add(value, people);
  }
  return [...people];
}

function addFields(
  fields: Fields,
  key: string,
  people: Set<string>,
  stack: { readonly value: unknown; readonly key: string }[],
): void {
  const isPerson = PERSON.test(key) || ('email' in fields && 'name' in fields) || 'accountId' in fields;
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === 'string') {
      if ((isPerson && OF_A_PERSON.test(name)) || IN_WORDS.test(name) || CERTAIN.test(name))
        add(value, people);
    } else if (typeof value === 'object' && value !== null) {
      if (Array.isArray(value) && !IN_WORDS.test(name) && !value.some(isFields)) continue;
      stack.push({ value, key: name });
    }
  }
  if (isPerson && typeof fields['first'] === 'string' && typeof fields['last'] === 'string')
    add(`${fields['first']} ${fields['last']}`, people);
  const [first, last] = [
    fields['first_name'] ?? fields['firstname'],
    fields['last_name'] ?? fields['lastname'],
  ];
  if (typeof first === 'string' && typeof last === 'string') add(`${first} ${last}`, people);
}

/** These are a person's wherever they stand. */
const CERTAIN =
  /^(?:(?:first|last|full|display|user|nick|real|given|family|requester|customer|agent|contact|sender|author)_?name|login|e-?mail|email_?address|(?:requester|customer|contact|from|sender)_?e-?mail)$/i;

function add(text: string, people: Set<string>): void {
  // `"Kate Doe" <kate@mail.example>, bo@mail.example`
  for (const one of text.split(/[;,\n](?![^<"]*")/, 12)) {
    const trimmed = one.trim();
    // What a person calls themselves has no sentence in it, nor is it a role or a number.
    if (trimmed.length >= 2 && trimmed.length <= LONGEST && trimmed.split(/\s+/).length <= 6)
      people.add(trimmed);
  }
}
