import { findSecrets } from '../../../src/core/privacy/secrets.ts';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach } from 'vitest';
import type { SendEffects } from '../../../src/core/deflection/effects.ts';
import { seededRandom } from '../../../src/core/random.ts';
import type { TicketDraft } from '../../../src/core/deflection/ticketDraft.ts';

/** A request as a server saw it. */
export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** What a server does with a request: an answer, or one of the ways to give none. */
export type Reply =
  | {
      readonly status: number;
      readonly json?: unknown;
      readonly text?: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | 'silence'
  | 'hang-up';

const opened: (() => Promise<void>)[] = [];

/** Closes what a test opened. Call it once in a test file. */
export function closeServersAfterEach(): void {
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((close) => close()));
  });
}

/** A real server on this machine. @returns its address without a slash at the end, and what it has seen */
export async function serve(
  respond: (request: Seen) => Reply,
): Promise<{ url: string; seen: Seen[]; close: () => Promise<void> }> {
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url: path = '', headers } = request;
      const one = { method, path, headers, body: Buffer.concat(chunks).toString() };
      seen.push(one);
      write(response, respond(one));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  opened.push(close);
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen, close };
}

function write(response: ServerResponse, reply: Reply): void {
  if (reply === 'silence') return;
  if (reply === 'hang-up') {
    response.destroy();
    return;
  }
  const { status, json, text = JSON.stringify(json), headers } = reply;
  // A connection of its own for each request, so that hanging up concerns one.
  response.writeHead(status, { 'Content-Type': 'application/json', Connection: 'close', ...headers });
  response.end(text);
}

/** Answers that are given one after the other; the last one again and again. */
export function inTurn(...replies: readonly Reply[]): () => Reply {
  let next = 0;
  return () => replies[Math.min(next++, replies.length - 1)]!;
}

export interface Recorded extends SendEffects {
  readonly slept: number[];
  readonly copied: string[];
  readonly openedUrls: string[];
}

/** Effects that wait for nothing and keep what was asked of them; the network is real. */
export function effectsOf(changed: Partial<SendEffects> = {}): Recorded {
  const slept: number[] = [];
  const copied: string[] = [];
  const openedUrls: string[] = [];
  return {
    fetch: (url, init) => fetch(url, init),
    isOnline: () => true,
    timeout: () => AbortSignal.timeout(5000),
    sleep: async (ms) => void slept.push(ms),
    now: () => Date.parse('2026-11-21T12:00:00Z'),
    random: seededRandom(1),
    open: (url) => void openedUrls.push(url),
    copy: async (text) => void copied.push(text),
    findSecrets,
    outbox: new Map(),
    slept,
    copied,
    openedUrls,
    ...changed,
  };
}

export const HASH = `0x${'ab12'.repeat(16)}`;

/** A ticket with everything in it. */
export function draftOf(changed: Partial<TicketDraft> = {}): TicketDraft {
  return {
    version: 1,
    idempotencyKey: '3f2a9c01-7b1e-4c55-9d1a-0a1b2c3d4e5f',
    createdAt: '2026-11-21T11:59:00.000Z',
    subject: 'USDT never arrived',
    description: 'I sent 20 USDT an hour ago.\nIt is not there.',
    email: 'lin@example.org',
    name: 'Lin',
    language: 'en',
    issueType: 'wallet',
    fields: { network: 'ethereum', transactionHash: HASH, appVersion: '4.2.0' },
    articles: {
      shown: ['wallet/pending-transaction', 'wallet/wrong-network'],
      opened: ['wallet/wrong-network'],
      rejected: [{ slug: 'wallet/wrong-network', reason: 'other-network' }],
    },
    environment: {
      userAgent: 'Mozilla/5.0 (X11; Linux x86_64)',
      appLanguage: 'en-GB',
      page: 'https://a.example/help',
    },
    edition: 'public',
    index: 'en-1a2b3c.json',
    ...changed,
  };
}
