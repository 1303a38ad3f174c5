import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { serveStatic } from '../../scripts/lib/staticServer.ts';

it('serves status.json as it is now, however much was published since', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'firstline-served-'));
  const file = path.join(folder, 'status.json');
  await writeFile(file, '{"version":1}');
  await writeFile(path.join(folder, 'index.html'), 'home');
  const { port, close } = await serveStatic(folder, 4500);
  try {
    const read = async () => (await fetch(`http://localhost:${port}/status.json?x`)).text();
    expect(await read()).toBe('{"version":1}');
    const longer = JSON.stringify({ version: 1, incidents: ['发布之后更长'.repeat(100)] });
    await writeFile(file, longer);
    expect(await read()).toBe(longer);
    await rm(file);
    expect((await fetch(`http://localhost:${port}/status.json`)).status).toBe(404);
    expect(await (await fetch(`http://localhost:${port}/`)).text()).toBe('home');
  } finally {
    await close();
    await rm(folder, { recursive: true });
  }
});
