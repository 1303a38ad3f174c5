import { once } from 'node:events';
import { placeholders } from '../src/core/privacy/placeholder.ts';
import { findAll, replaceFindings } from '../src/core/privacy/redact.ts';
import { SECRET_KINDS, type FindingKind } from '../src/core/privacy/secret.ts';
import { main, parseArguments, ProblemsFound, UsageError } from './lib/commandLine.ts';
import { pseudonymKey } from './lib/pseudonymKey.ts';

const USAGE = 'npm run guard < messages.ndjson > findings.ndjson';
const HELP = `usage: ${USAGE}

Reads one JSON object a line, {"id": …, "text": "…"}, and writes for each, in the same order,

  {"id": …, "block": true, "findings": [{"kind": "card-number", "start": 8, "end": 27}], "redacted": "my card [card-number]"}

block      whether the form would refuse to send the text: it holds a recovery phrase, key, card, password or code
findings   what was found, in the order of the text; start and end count UTF-16 units, end is not included
redacted   the text as mining keeps it; addresses and transactions have pseudonyms by which texts can be joined, [address evm
           3k9x0q2m7a], made with a key that stays in .cache/pseudonyms.key

Nothing is stored or sent, and no line is quoted in a message.
exit code: 0 every line was read, 1 some were skipped, 2 the command was called wrongly`;

interface Message {
  readonly id: string | number;
  readonly text: string;
}

/** Says of each message on standard input what the form and mining would make of it. */
await main(USAGE, async () => {
  const { values, positionals } = parseArguments({ help: { type: 'boolean', short: 'h', default: false } });
  if (values.help) {
    console.log(HELP);
    return;
  }
  if (positionals.length > 0)
    throw new UsageError('Messages are read from standard input, not from arguments.');
  const key = await pseudonymKey();
  let line = 0;
  let skipped = 0;
  for await (const row of linesOf(process.stdin)) {
    line++;
    if (row.trim() === '') continue;
    const message = readMessage(row);
    if (typeof message === 'string') {
      skipped++;
      console.error(`line ${line}: ${message}. The line was skipped.`);
      continue;
    }
    if (!process.stdout.write(`${JSON.stringify(judge(message, key))}\n`))
      await once(process.stdout, 'drain');
  }
  if (skipped > 0)
    throw new ProblemsFound(`${skipped} of ${line} lines ${skipped === 1 ? 'was' : 'were'} skipped.`);
});

/** Lines as NDJSON has them: Node's readline would also cut at U+2028, which may stand inside a string of JSON. */
async function* linesOf(input: AsyncIterable<Uint8Array>): AsyncIterable<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of input) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop()!;
    yield* lines;
  }
  rest += decoder.decode();
  if (rest !== '') yield rest;
}

function judge({ id, text }: Message, pseudonymKey: string) {
  const findings = findAll(text);
  return {
    id,
    block: findings.some(({ kind }) => isSecret(kind)),
    findings: findings.map(({ kind, start, end }) => ({ kind, start, end })),
    redacted: replaceFindings(text, findings, placeholders({ pseudonymKey })).text,
  };
}

function isSecret(kind: FindingKind): boolean {
  return SECRET_KINDS.some((secret) => secret === kind);
}

/** The message on a line, or what is wrong with it in words that do not repeat it: it may hold a secret. */
function readMessage(json: string): Message | string {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return 'this is not JSON; expected one object a line, {"id": …, "text": "…"}';
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return 'expected an object, {"id": …, "text": "…"}';
  const { id, text } = value as Readonly<Record<string, unknown>>;
  if (typeof id !== 'string' && typeof id !== 'number')
    return '"id" is missing; expected a string or a number';
  if (typeof text !== 'string') return '"text" is missing; expected a string';
  return { id, text };
}
