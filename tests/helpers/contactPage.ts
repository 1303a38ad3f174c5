import type { Page, Request } from '@playwright/test';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export const PHRASE = 'legal winner thank year wave sausage worth useful legal winner thank yellow';

export const suggestions = (page: Page) => page.locator('firstline-deflector .open');
export const panel = (page: Page) => page.locator('firstline-deflector .panel');
export const subject = (page: Page) => page.locator('[name=subject]');
export const description = (page: Page) => page.locator('#description');

/** Types, and waits until meaning counts too, not words alone. */
export async function typeWithModel(page: Page, text: string): Promise<void> {
  const hasModel = modelLoaded(page);
  await subject(page).fill(text);
  await hasModel;
}

/** Until the last of the model's files has come, which the widget may have asked for already. */
export async function modelLoaded(page: Page): Promise<void> {
  const isTable = (request: Request): boolean => request.url().endsWith('table.i8.bin');
  const later = page.waitForRequest(isTable);
  later.catch(() => undefined);
  const table = (await page.requests()).find(isTable) ?? (await later);
  await (await table.response())?.finished();
}

/** Fills in all that a ticket needs. */
export async function fillContact(page: Page, words = 'My words.'): Promise<void> {
  await subject(page).fill('Question');
  await description(page).fill(words);
  await page.locator('[name=email]').fill('jo@mail.example');
}

/** What the server of a ticket does with it. */
export interface Reply {
  readonly status: number;
  readonly json?: unknown;
}

/** A server that takes tickets as a webhook would, from any origin, and remembers them. It answers when it is let. */
export async function ticketServer(reply: Reply | number = 200, isHeld = false) {
  const { status, json = {} } = typeof reply === 'number' ? { status: reply } : reply;
  const received: { body: string; key: string | undefined }[] = [];
  let answer = (): void => undefined;
  const letGo = new Promise<void>((resolve) => (answer = resolve));
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', async () => {
      response.setHeader('Access-Control-Allow-Origin', '*');
      response.setHeader('Access-Control-Allow-Headers', '*');
      if (request.method !== 'POST') {
        response.writeHead(204).end();
        return;
      }
      received.push({
        body: Buffer.concat(chunks).toString(),
        key: request.headers['idempotency-key'] as string | undefined,
      });
      if (isHeld) await letGo;
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(json));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const url = `http://localhost:${(server.address() as AddressInfo).port}/tickets`;
  const close = (): void => {
    server.close();
    server.closeAllConnections();
  };
  return { url, received, answer, close };
}

export async function sendTo(page: Page, url: string): Promise<void> {
  await page.locator('firstline-deflector').evaluate((element, target) => {
    element.setAttribute('target', JSON.stringify({ kind: 'webhook', url: target }));
  }, url);
}
