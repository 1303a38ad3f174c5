import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { diagramsIn } from '../../src/core/article/diagram/diagramsIn.ts';
import { parseMarkdown } from '../../src/core/article/markdown.ts';
import { renderDiagram } from '../../src/site/diagram.ts';
import { columnsOf, labelLines } from '../../src/site/diagramLabel.ts';

const DOCS = path.resolve(import.meta.dirname, '../../content/docs');

describe('a label', () => {
  it.each([
    ['Pending: waits with the network', 20, ['Pending: waits', 'with the network']],
    ['权限还在，仍能拿走代币', 14, ['权限还在，', '仍能拿走代币']],
    ['你在 App 里确认', 20, ['你在 App 里确认']],
    ['Incomprehensibilities', 8, ['Incomprehensibilities']],
    ['', 8, []],
  ])('%j in %i columns', (label, columns, lines) => {
    expect(labelLines(label, columns)).toEqual(lines);
  });

  it('loses nothing but the spaces at which it is broken, and fills no line too far', () => {
    const word = fc.constantFrom(
      'pending',
      'a',
      'network,',
      '币',
      '转账',
      '，',
      '。',
      '（',
      '）',
      'App',
      'block?',
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(word, fc.constantFrom('', ' ')), { minLength: 1 }),
        fc.integer({ min: 8, max: 30 }),
        (words, columns) => {
          const label = words
            .map((pair) => pair.join(''))
            .join('')
            .trim();
          const lines = labelLines(label, columns);
          expect(lines.join('').replaceAll(' ', '')).toBe(label.replaceAll(' ', ''));
          for (const line of lines) {
            // Only what cannot be broken may be longer.
            if (columnsOf(line) > columns) expect(labelLines(line, columns)).toEqual([line]);
            if (line !== lines[0]) expect(line).not.toMatch(/^[，。）,?]/);
          }
        },
      ),
    );
  });
});

describe('a diagram', () => {
  const svg = renderDiagram(
    `%% alt: What <b>happens & why
flowchart TD
  a["Say #quot;yes#quot; (1) [2] {3} | 4 & 5 * ~ ; #"] --> b{"再等等吗？"}
  b -->|是| a
  b -.-> c(["Done"]):::good`,
    'A "title" <script>',
  );

  it('says what it is to who does not see it', () => {
    expect(svg).toMatch(
      /^<svg class="fl-diagram" role="img" aria-labelledby="(d[0-9a-f]{8})-t \1-d" viewBox="/,
    );
    expect(svg).toContain('>A &quot;title&quot; &lt;script&gt;</title>');
    expect(svg).toContain('>What &lt;b&gt;happens &amp; why</desc>');
  });

  it('shows every word as it was written', () => {
    expect(textOf(svg)).toContain('Say "yes" (1) [2] {3} | 4 & 5 * ~ ; #');
    expect(textOf(svg)).toContain('再等等吗？');
    expect(svg).toContain('class="node is-question"');
    expect(svg).toContain('class="node is-end good"');
  });

  it('asks nobody for anything, and runs nothing', () => {
    expectHarmless(svg);
  });

  it('has an arrow back that points at the box it goes to', () => {
    expect(svg).toMatch(/marker-start="url\(#d[0-9a-f]{8}-a\)"/);
  });

  it('is the same each time, and has names of its own on a page', () => {
    const one = renderDiagram('flowchart TD\na["x"]', 'One');
    expect(renderDiagram('flowchart TD\na["x"]', 'One')).toBe(one);
    const idsOf = (drawn: string) => [...drawn.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    const both = [...idsOf(one), ...idsOf(renderDiagram('flowchart TD\na["x"]', 'Two'))];
    expect(new Set(both).size).toBe(both.length);
  });

  it('is harmless and keeps its words, whatever they are', () => {
    const label = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
      .filter((text) => !/["<>&#\n\r\uE000-\uF8FF]/.test(text) && /\S/.test(text));
    fc.assert(
      fc.property(label, label, (one, two) => {
        const drawn = renderDiagram(`flowchart TD\na["${one}"] -->|"${two.replaceAll('|', '')}"| b`, one);
        expectHarmless(drawn);
        expect(textOf(drawn).replace(/\s/gu, '')).toContain(one.replace(/\s/gu, ''));
      }),
      { numRuns: 40 },
    );
  });
});

describe('the diagrams of the articles', () => {
  const files = readdirSync(DOCS, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.md'),
  );
  const diagrams = files.flatMap((file) => {
    const text = readFileSync(path.join(DOCS, file), 'utf8');
    if (!text.includes('```mermaid')) return [];
    return diagramsIn(parseMarkdown(text)).map(({ value }) => ({ file, value }));
  });

  it('are there in both languages', () => {
    expect(diagrams.length).toBeGreaterThanOrEqual(22);
  });

  it.each(diagrams)('$file fits a phone without becoming small', ({ file, value }) => {
    const drawn = renderDiagram(value, file);
    expectHarmless(drawn);
    // 358 px are there on the commonest phones; four fifths of the size can still be read.
    expect(Number(/ width="(\d+)"/.exec(drawn)![1])).toBeLessThanOrEqual(358 / 0.8);
  });
});

function textOf(svg: string): string {
  return [...svg.matchAll(/<text[^>]*>([\s\S]*?)<\/text>/g)]
    .map(([, inner]) => inner!.replace(/<\/tspan><tspan[^>]*>/g, ' ').replace(/<[^>]+>/g, ''))
    .join('\n')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

function expectHarmless(svg: string): void {
  const tags = svg.replace(/>[^<]*</g, '><');
  expect(tags).not.toMatch(
    /@import|https?:|\sstyle=|\son\w+=|<(?:style|script|foreignObject|image|a)\b|href/i,
  );
  expect([...tags.matchAll(/url\(([^)]*)\)/g)].every(([, target]) => /^#d[0-9a-f]{8}-a$/.test(target!))).toBe(
    true,
  );
}
