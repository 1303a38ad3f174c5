import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lookalikesOf } from '../../../../src/core/operations/official/confusables.ts';
import { judgeText, worstVerdict } from '../../../../src/core/operations/official/judge.ts';
import { fixtureCases, fixtureList } from './fixtureList.ts';

const verdictOf = (text: string) => worstVerdict(judgeText(text, fixtureList)) ?? 'nothing';
const HOSTS = [
  'firstline.example',
  'help.firstline.example',
  'a.b.firstline.example',
  'firstline-pay.example',
];

describe('the cases', () => {
  it('are many, in both languages', () => {
    expect(fixtureCases.length).toBeGreaterThanOrEqual(120);
    expect(fixtureCases.filter(({ lang }) => lang === 'zh-CN').length).toBeGreaterThanOrEqual(40);
    expect(new Set(fixtureCases.map(({ text }) => text)).size).toBe(fixtureCases.length);
  });

  it.each(fixtureCases)('$text: $verdict', ({ text, verdict, reasons }) => {
    expect(verdictOf(text)).toBe(verdict);
    if (reasons) expect(judgeText(text, fixtureList)[0]!.reasons).toEqual(reasons);
  });
});

describe('what gives it away', () => {
  const marked = (text: string) =>
    judgeText(text, fixtureList)[0]!
      .pieces.map((piece) => (piece.isMarked ? `[${piece.text}]` : piece.text))
      .join('');

  it.each([
    ['https://firstIine-wallet.help/verify', 'https://first[I]ine-wallet.help/verify'],
    ['https://xn--frstline-thh.example/x', 'https://f[і]rstline.example/x'],
    ['https://firstline.example.evil.test/x', 'https://firstline.example[.evil.test]/x'],
    ['https://firstline.example@evil.test/x', 'https://firstline.example@[evil.test]/x'],
    ['https://firstline.example@x@evil.test/x', 'https://firstline.example@x@[evil.test]/x'],
    ['firstline-support.example', 'firstline[-support].example'],
    ['support@firstlíne.example', 'support@firstl[í]ne.example'],
    ['firstline.test', 'firstline[.test]'],
    ['x.com/firstIine_help', 'x.com/first[I]ine_help'],
    ['0x5290841111111111111111111111111111119EE7', '0x5290[84111111111111111111111111111111]9EE7'],
  ])('in %s is marked: %s', (text, expected) => {
    expect(marked(text)).toBe(expected);
  });

  it.each([
    ['firstIine.example', [6, 'I', 'l', 'capital']],
    ['firstl1ne.example', [7, '1', 'i', 'digit']],
    ['fіrstline.example', [2, 'і', 'i', 'cyrillic']],
    ['firstlιne.example', [7, 'ι', 'i', 'greek']],
    ['firstlíne.example', [7, 'í', 'i', 'accent']],
    ['flrstline.example', [2, 'l', 'i', 'letter']],
    ['firstline.exarnple', [14, 'rn', 'm', 'pair']],
  ] as const)('in %s is named', (text, difference) => {
    const found = judgeText(text, fixtureList)[0]!.differences;
    expect(found.map(({ position, found, expected, kind }) => [position, found, expected, kind])).toEqual([
      difference,
    ]);
  });
});

describe('official', () => {
  const fullWidth = (text: string) =>
    text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
  const host = fc.constantFrom(...HOSTS);
  const around = fc.constantFrom(
    ['', ''],
    ['see ', ' now'],
    ['“', '”'],
    ['(', ')'],
    ['请访问', '，谢谢'],
    ['官网：', '。请核对'],
    ['【', '】'],
    ['- ', '!'],
    ['a, ', '; b'],
  );

  it('is every listed host, however it is written', () => {
    fc.assert(
      fc.property(
        host,
        fc.constantFrom('', 'https://', 'http://', 'HTTPS://', 'hxxps://'),
        fc.constantFrom('', '.', ':443'),
        fc.constantFrom('', '/', '/help/x.html', '/a?b=c&d=%20', '?q=1', '#top', '/a#b'),
        fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }),
        fc.boolean(),
        around,
        (name, scheme, port, path, capitals, isWide, [before, after]) => {
          const cased = [...name].map((sign, i) => (capitals[i] ? sign.toUpperCase() : sign)).join('');
          const address = `${scheme}${cased}${port}${path}`;
          expect(verdictOf(before + (isWide ? fullWidth(address) : address) + after)).toBe('official');
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('is no listed domain in which one letter was exchanged for one that looks like it', () => {
    for (const { name } of fixtureList.domains) {
      for (const [at, letter] of [...name].entries()) {
        for (const lookalike of [...lookalikesOf(letter), ...(letter === 'm' ? ['rn'] : [])]) {
          const text = name.slice(0, at) + lookalike + name.slice(at + 1);
          // Some characters are only another way to write the letter; browsers read them as the same.
          if (hostOf(`http://${text}/`) === name) continue;
          expect(verdictOf(text), text).not.toBe('official');
          expect(verdictOf(`https://${text}/login`), text).not.toBe('official');
        }
      }
    }
  });

  it('marks a look-alike letter of the company’s name as one', () => {
    for (const [at, letter] of [...'firstline'].entries()) {
      for (const lookalike of lookalikesOf(letter)) {
        const text = `https://${'firstline'.slice(0, at)}${lookalike}${'firstline'.slice(at + 1)}.example/`;
        const isHost = hostOf(text)?.endsWith('.example') === true && hostOf(text) !== 'firstline.example';
        if (isHost) expect(verdictOf(text), text).toBe('lookalike');
      }
    }
  });

  it('is only what a browser would open at a listed host', () => {
    const part = fc.oneof(
      fc.constantFrom(
        ...HOSTS,
        'evil.test',
        'firstline',
        'example',
        '.',
        '@',
        ':',
        '/',
        '\\',
        '?',
        '#',
        '-',
        '%2e',
        '%40',
        '∕',
        '⁄',
        'е',
        'xn--',
        '\u200b',
        '\u00ad',
        '．',
        '443',
        '::',
        '..',
        '_',
        '~',
        '$',
        '&',
        '=',
        '+',
        '*',
      ),
      fc.string({ unit: 'grapheme-ascii', maxLength: 3 }),
    );
    fc.assert(
      fc.property(
        fc.constantFrom('https://', 'http://', 'https:', 'https:/\\', ''),
        fc.array(part, { minLength: 1, maxLength: 6 }).map((parts) => parts.join('')),
        (scheme, rest) => {
          // A space, quotation mark or bracket ends a link in a text; the oracle knows no such thing.
          fc.pre(!/[\s<>"'`«»()[\]{},;!|^]/.test(rest));
          const links = judgeText(scheme + rest, fixtureList).filter(
            ({ candidate }) => candidate.kind === 'link',
          );
          if (!links.some(({ verdict }) => verdict === 'official')) return;
          // Punctuation around a link is the sentence's.
          const bare =
            scheme === '' ? `http://${rest.replace(/^[-*_~:.．?#=+\u200b\u00ad]+/, '')}` : scheme + rest;
          const opened = hostOf(bare.replace(/[.．:?*~\u200b\u00ad]+$/, '')) ?? '';
          const isListed = (name: string) =>
            name === 'firstline.example' ||
            name === 'firstline-pay.example' ||
            name.endsWith('.firstline.example');
          expect(isListed(opened) || links.length > 1 || opened === '', `${scheme}${rest} → ${opened}`).toBe(
            true,
          );
        },
      ),
      { numRuns: 20_000 },
    );
  });
});

it('takes any text, quickly enough and without fail', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      for (const { reasons, pieces } of judgeText(text, fixtureList)) {
        expect(reasons.length).toBeGreaterThan(0);
        expect(pieces.length).toBeGreaterThan(0);
      }
    }),
    { numRuns: 2000 },
  );
});

it.each(['a.', '@a', '。a', 'https://', 'rn', '+1', '1 ', 'firstline-', '微信', '([', 'xn--a.'])(
  'takes no time that grows with the square of a text of %j',
  (piece) => {
    // Would not end within the limit of a test if it did.
    expect(judgeText(piece.repeat(60_000 / piece.length), fixtureList)).toBeInstanceOf(Array);
  },
);

/** The host by Node's own reading of the URL Standard, without the dot at its end. */
function hostOf(address: string): string | undefined {
  return URL.canParse(address) ? new URL(address).hostname.replace(/\.$/, '') : undefined;
}
