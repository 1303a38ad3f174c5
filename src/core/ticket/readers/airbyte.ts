import { isFields, toText } from './fields.ts';

/** A record out of its Airbyte envelope. */
export interface Enveloped {
  readonly data: unknown;
  /** `ticket_comments`; '' if the envelope does not name it. */
  readonly stream: string;
}

/**
 * Takes a record out of its envelope of the Airbyte protocol (https://docs.airbyte.com/platform/understanding-airbyte/airbyte-protocol):
 * `{"stream","data","emitted_at"}`, with or without `{"type":"RECORD","record":…}` around it, or as destinations write it,
 * with `_airbyte_data`. `message` for what the protocol says beside records (states, logs, traces); undefined if it is no
 * envelope.
 */
export function openEnvelope(value: unknown): Enveloped | 'message' | undefined {
  if (!isFields(value)) return undefined;
  if (isFields(value['record']) && value['type'] === 'RECORD') return openEnvelope(value['record']);
  if (MESSAGES.has(value['type']) && isFields(value[toText(value['type']).toLowerCase()])) return 'message';
  const data = value['_airbyte_data'];
  if (data !== undefined) return { data: typeof data === 'string' ? parsed(data) : data, stream: '' };
  const isEnvelope = typeof value['stream'] === 'string' && isFields(value['data']);
  return isEnvelope ? { data: value['data'], stream: toText(value['stream']) } : undefined;
}

/**
 * Whether a stream by this name may hold tickets, or messages of them, of a source that no reader knows: `support_tickets`,
 * `ticket`, but not `ticket_fields`, `issue_types` and the like, which only speak of them.
 */
export function mayHoldTickets(stream: string): boolean {
  return stream === '' || TICKETS.test(stream);
}

const TICKETS =
  /(?:ticket|conversation|issue|case|request|complaint|message|thread)(?:s(?![a-z])|$)|(?:in|en)quir(?:ies|y$)/i;

/** What Airbyte names beside records; `connectionStatus` and others come in the log of a check, not of a read. */
const MESSAGES = new Set<unknown>(['STATE', 'LOG', 'TRACE', 'CONTROL', 'SPEC', 'CATALOG']);

/** Some destinations write the data as text. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
