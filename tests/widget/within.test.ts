import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { within } from '../../src/widget/within.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('brings what comes in time, and leaves no timer', async () => {
  await expect(within(1000, Promise.resolve('here'))).resolves.toBe('here');
  expect(vi.getTimerCount()).toBe(0);
});

it('passes a failure on', async () => {
  await expect(within(1000, Promise.reject(new Error('refused')))).rejects.toThrow('refused');
  expect(vi.getTimerCount()).toBe(0);
});

it('waits no longer than that for what never comes', async () => {
  const waiting = expect(within(3000, new Promise(() => undefined))).rejects.toThrow('3000 ms');
  await vi.advanceTimersByTimeAsync(3000);
  await waiting;
});
