import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { ALL_LISTS } from '../../../src/core/privacy/allLists.ts';
import { CORE_LISTS } from '../../../src/core/privacy/coreLists.ts';
import { findCoreSecrets } from '../../../src/core/privacy/coreSecrets.ts';
import { secretFinder } from '../../../src/core/privacy/secretFinder.ts';
import { findSecrets } from '../../../src/core/privacy/secrets.ts';

const SPANISH = ALL_LISTS.find(({ words }) => words.includes('abierto'))!;
const SPANISH_PHRASE = SPANISH.words.filter((_, i) => i % 170 === 3).join(' ');
const ENGLISH_PHRASE = 'legal winner thank year wave sausage worth useful legal winner thank yellow';

/** The files that end up in a bundle of a module. */
async function bundled(module: string): Promise<readonly string[]> {
  const { metafile } = await build({
    entryPoints: [`src/core/privacy/${module}`],
    bundle: true,
    write: false,
    format: 'esm',
    metafile: true,
  });
  return Object.keys(metafile.inputs);
}

describe('secretFinder', () => {
  it('knows the lists it is given', () => {
    const isFound = (find: typeof findSecrets, text: string): boolean => find(text).length > 0;
    expect(isFound(findCoreSecrets, ENGLISH_PHRASE)).toBe(true);
    expect(isFound(findCoreSecrets, SPANISH_PHRASE)).toBe(false);
    expect(isFound(findSecrets, SPANISH_PHRASE)).toBe(true);
    expect(isFound(secretFinder([SPANISH]), SPANISH_PHRASE)).toBe(true);
    expect(isFound(secretFinder([SPANISH]), ENGLISH_PHRASE)).toBe(false);
    expect(isFound(secretFinder([]), 'my card is 4242 4242 4242 4242')).toBe(true);
  });

  it('has all ten official lists, and three of them at hand', () => {
    expect(ALL_LISTS).toHaveLength(10);
    expect(CORE_LISTS).toHaveLength(3);
    for (const { words } of ALL_LISTS) expect(new Set(words).size).toBe(2048);
  });
});

describe('what a page has to load', () => {
  it('has no other lists in it than the three, and nothing for phone numbers', async () => {
    const files = await bundled('coreSecrets.ts');
    expect(
      files.filter((file) => file.includes('wordlists')).map((file) => file.replace(/.*\//, '')),
    ).toEqual(expect.arrayContaining(['english.js', 'simplified-chinese.js', 'traditional-chinese.js']));
    expect(files.filter((file) => file.includes('wordlists'))).toHaveLength(3);
    expect(files.filter((file) => file.includes('libphonenumber'))).toEqual([]);
    expect((await bundled('secrets.ts')).filter((file) => file.includes('libphonenumber'))).toEqual([]);
    expect((await bundled('secretFinder.ts')).filter((file) => file.includes('wordlists'))).toEqual([]);
  });
});
