import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { importTransformers } from '../../../scripts/lib/transformersEmbedder.ts';
import type { TransformerChoice } from '../../../src/core/retrieval/embedderChoice.ts';
import { openTransformer, type TransformerEffects } from '../../../src/core/retrieval/openTransformer.ts';
import { serveHub, type Hub } from '../../helpers/hub.ts';
import { TINY_SETTINGS, writeTinyTransformer } from '../../helpers/tinyTransformer.ts';

const root = await mkdtemp(path.join(tmpdir(), 'firstline-open-'));
const tiny = path.join(root, 'tiny');
let hub: Hub;

beforeAll(async () => {
  await writeTinyTransformer(tiny);
  hub = await serveHub(tiny, 'makers/tiny');
});
afterAll(async () => {
  hub.close();
  await rm(root, { recursive: true, force: true });
});

const lines: string[] = [];
beforeEach(() => {
  lines.length = 0;
  hub.asked.length = 0;
});

const effects: TransformerEffects = {
  importTransformers,
  read: (file) => readFile(path.join(root, file)).catch(() => undefined),
  write: async (file, content) => {
    await mkdir(path.dirname(path.join(root, file)), { recursive: true });
    await writeFile(path.join(root, file), content);
  },
  download: async (url) => {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`it answered ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  },
  absolute: (folder) => path.join(root, folder),
  say: (line) => lines.push(line),
};

const fromHub = (changed: Partial<TransformerChoice> = {}): TransformerChoice =>
  ({ ...TINY_SETTINGS, source: 'hub', revision: 'v1', host: hub.host, ...changed }) as TransformerChoice;
/** Ports differ from run to run. */
const withoutPort = (): string[] => lines.map((line) => line.replace(/localhost:\d+/g, 'localhost'));

describe('a transformer of the hub', () => {
  it('is downloaded once, and published by the site', async () => {
    const opened = await openTransformer(fromHub(), effects);
    expect(hub.asked).toEqual(
      ['config.json', 'tokenizer.json', 'tokenizer_config.json', 'onnx/model.onnx'].map(
        (name) => `/makers/tiny/resolve/v1/${name}`,
      ),
    );
    expect(withoutPort()).toMatchInlineSnapshot(`
      [
        "Downloading http://localhost/makers/tiny/resolve/v1/onnx/model.onnx; later builds find it in .cache/models/makers/tiny@v1.",
      ]
    `);
    const { id, reranker, files } = opened!;
    expect(id).toMatch(/^makers\/tiny@[0-9a-f]{12}$/);
    expect(reranker).toMatchObject({ id, dim: 32, queryPrefix: 'query: ', dtype: 'fp32' });
    expect(reranker.path).toBe(`knowledge/model/${id.split('@')[1]}/`);
    expect([...files.keys()].every((name) => name.startsWith(reranker.path))).toBe(true);
    expect(files.get(`${reranker.path}onnx/model.onnx`)!.length).toBeGreaterThan(1e6);

    hub.asked.length = 0;
    expect((await openTransformer(fromHub(), effects))!.id).toBe(id);
    expect(hub.asked).toEqual([]);
    expect((await openTransformer(fromHub({ pooling: 'cls' }), effects))!.id).not.toBe(id);
  });

  it.each([
    [
      'the network is not there',
      { model: 'a/b', host: 'http://127.0.0.1:59999/' },
      'The transformer a/b cannot be used (http://127.0.0.1:59999/a/b/resolve/v1/config.json: connect ECONNREFUSED 127.0.0.1:59999)',
    ],
    [
      'the model is not there',
      { model: 'makers/none' },
      'The transformer makers/none cannot be used (http://localhost/makers/none/resolve/v1/config.json: it answered 404)',
    ],
    [
      'a proxy answers for it',
      { model: 'proxy/page' },
      'The transformer proxy/page cannot be used (http://localhost/proxy/page/resolve/v1/config.json answered with a web page)',
    ],
    [
      'its name leads elsewhere',
      { model: '../secrets' },
      'The transformer ../secrets cannot be used (embedder.model in src/config.ts is "../secrets", expected a name of the hub like Xenova/multilingual-e5-small)',
    ],
  ] as const)('is done without when %s, in one line', async (_, changed, line) => {
    expect(await openTransformer(fromHub(changed), effects)).toBeUndefined();
    expect(withoutPort()).toEqual([`${line}: suggestions come from the static model alone.`]);
  });
});

describe('a transformer of the project', () => {
  const local = (folder: string): TransformerChoice => ({ ...TINY_SETTINGS, source: 'local', path: folder });

  it('is published as it lies', async () => {
    await cp(tiny, path.join(root, 'public/models/mine'), { recursive: true });
    const opened = await openTransformer(local('models/mine'), effects);
    expect(opened!.reranker.path).toBe('models/mine/');
    expect([...opened!.files]).toEqual([]);
    const [[query], [passage]] = await Promise.all([
      opened!.embed(['gas'], 'query'),
      opened!.embed(['gas'], 'passage'),
    ]);
    expect(query).toHaveLength(32);
    expect(query).not.toEqual(passage);
    expect(lines).toEqual([]);
  });

  it.each([
    ['models/none', 'public/models/none/config.json is not there'],
    [
      '../outside',
      'embedder.path in src/config.ts is "../outside", expected a folder below public/ like models/mine',
    ],
  ])('is done without when it is at %s, in one line', async (folder, reason) => {
    expect(await openTransformer(local(folder), effects)).toBeUndefined();
    expect(lines).toEqual([
      `The transformer makers/tiny cannot be used (${reason}): suggestions come from the static model alone.`,
    ]);
  });
});
