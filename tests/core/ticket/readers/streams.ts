import { expect } from 'vitest';
import type { ExportFile, FileFormat, Placed } from '../../../../src/core/ticket/format.ts';

const FIXTURES = new URL('../../../fixtures/tickets/', import.meta.url);

export function fixture(name: string): URL {
  return new URL(name, FIXTURES);
}

/** A file from bytes or text, in pieces of some size, as streams have it: they cut characters and lines in two. */
export function fileOf(content: Uint8Array | string, size = 1 << 16): ExportFile {
  const whole = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const bytes = async function* (): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < whole.length; at += size)
      yield await Promise.resolve(whole.subarray(at, at + size));
  };
  const text = async function* (): AsyncGenerator<string> {
    const decoder = new TextDecoder();
    for await (const chunk of bytes()) yield decoder.decode(chunk, { stream: true });
    yield decoder.decode();
  };
  return { name: 'export', bytes, text };
}

export async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}

/** Tickets and what was skipped, as the golden files hold them. */
export async function summary(placed: AsyncIterable<Placed>) {
  const all = await collect(placed);
  return {
    skipped: all.flatMap(({ result, place }) => ('skipped' in result ? [`${result.skipped}: ${place}`] : [])),
    tickets: all.flatMap(({ result }) => ('ticket' in result ? [result.ticket] : [])),
  };
}

/** What every reader promises, whatever it is given. */
export function check(all: readonly Placed[]): void {
  const ids = all.flatMap(({ result }) => ('ticket' in result ? [result.ticket.id] : []));
  for (const { result, place } of all) {
    expect(place).toMatch(/\d/);
    if (!('ticket' in result)) continue;
    const { id, createdAt, subject, messages, tags } = result.ticket;
    expect(id).toMatch(/^[a-z]+-/);
    for (const text of [id, subject, ...tags, ...messages.map(({ body }) => body)])
      expect(text.isWellFormed()).toBe(true);
    for (const date of [createdAt, ...messages.map((message) => message.createdAt)])
      if (date !== undefined) expect(date).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/);
    const asked = messages.some(({ author, body }) => author === 'requester' && body.trim() !== '');
    expect(asked || subject.trim() !== '').toBe(true);
  }
  expect(ids.every((id) => id !== '')).toBe(true);
}

export async function readAll(
  format: FileFormat,
  content: Uint8Array | string,
  size?: number,
): Promise<Placed[]> {
  const all = await collect(format.read(fileOf(content, size)));
  check(all);
  return all;
}
