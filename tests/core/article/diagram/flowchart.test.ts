import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diagramsIn, withoutDiagrams } from '../../../../src/core/article/diagram/diagramsIn.ts';
import {
  diagramAltOf,
  DiagramError,
  parseFlowchart,
} from '../../../../src/core/article/diagram/flowchart.ts';
import { outlineOf } from '../../../../src/core/article/diagram/outline.ts';
import { parseMarkdown } from '../../../../src/core/article/markdown.ts';
import { passagesOf } from '../../../../src/core/article/passages.ts';

const PAYMENT = `%% alt: A payment is sent and confirmed.
flowchart TD
  sent["Sent (once)"] --> wait{"In a block?"}
  wait -->|Yes| done(["Confirmed"]):::good
  wait -. "not yet" .-> sent
  sent & wait ==> lost[Lost]
  class sent,lost warn
`;

describe('a flowchart', () => {
  it('is read with its boxes, arrows, classes and words', () => {
    expect(parseFlowchart(PAYMENT)).toEqual({
      direction: 'TD',
      alt: 'A payment is sent and confirmed.',
      nodes: [
        { id: 'sent', label: 'Sent (once)', kind: 'step', className: 'warn' },
        { id: 'wait', label: 'In a block?', kind: 'question', className: '' },
        { id: 'done', label: 'Confirmed', kind: 'end', className: 'good' },
        { id: 'lost', label: 'Lost', kind: 'step', className: 'warn' },
      ],
      edges: [
        { from: 'sent', to: 'wait', label: '', style: 'solid' },
        { from: 'wait', to: 'done', label: 'Yes', style: 'solid' },
        { from: 'wait', to: 'sent', label: 'not yet', style: 'dotted' },
        { from: 'sent', to: 'lost', label: '', style: 'thick' },
        { from: 'wait', to: 'lost', label: '', style: 'thick' },
      ],
    });
  });

  it.each([
    ['', 1, 'nothing to draw'],
    ['flowchart TD', 1, 'no boxes'],
    ['sequenceDiagram\nA->>B: x', 1, 'expected “flowchart TD”'],
    ['flowchart TD\na --> ', 2, 'name of a box'],
    ['flowchart TD\n\na -> b', 3, 'expected an arrow'],
    ['flowchart TD\na[One (1)]', 2, 'double quotes'],
    ['flowchart TD\na["x<img src=x>"]', 2, 'without HTML'],
    ['flowchart TD\na --> end', 2, 'named end'],
    ['flowchart TD\nclick a "javascript:alert(1)"', 2, 'expected an arrow'],
    ['flowchart TD\na\nstyle a fill:url(//x)', 3, 'expected an arrow'],
  ])('%j is refused, with its line', (source, line, words) => {
    try {
      parseFlowchart(source);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(DiagramError);
      expect((error as DiagramError).line).toBe(line);
      expect((error as DiagramError).message).toContain(words);
    }
  });

  it('is read or refused, whatever is written', () => {
    const piece = fc.constantFrom(
      ...[
        'flowchart TD\n',
        '%% alt: x\n',
        'a',
        'b',
        '["x"]',
        '{"y"}',
        '(["z"])',
        ' --> ',
        '-->|l|',
        ' & ',
        '\n',
        ':::c',
      ],
      ...['"', '[', ']', '|', '-', '>', 'end', 'class a b', '币', ';'],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        try {
          const { nodes, edges } = parseFlowchart(pieces.join(''));
          const ids = new Set(nodes.map(({ id }) => id));
          expect(ids.size).toBe(nodes.length);
          for (const { from, to } of edges) expect(ids.has(from) && ids.has(to)).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(DiagramError);
        }
      }),
    );
  });

  it('has words only on the line that says so, and at its beginning', () => {
    expect(diagramAltOf('%% alt: 转账发出\nflowchart TD')).toBe('转账发出');
    expect(diagramAltOf('%% alt:\nflowchart TD')).toBe('');
    expect(diagramAltOf('flowchart TD\n%% alt: late')).toBe('');
  });
});

describe('an outline', () => {
  it('is the same for other words, and not for other arrows', () => {
    const chinese = PAYMENT.replace('Sent (once)', '已发出')
      .replace('|Yes|', '|是|')
      .replace('A payment', '转账');
    expect(outlineOf(chinese)).toBe(outlineOf(PAYMENT));
    expect(outlineOf(PAYMENT.replace('wait -->|Yes|', 'sent -->|Yes|'))).not.toBe(outlineOf(PAYMENT));
    expect(outlineOf(PAYMENT.replace('-->|Yes|', '-->'))).not.toBe(outlineOf(PAYMENT));
    expect(outlineOf('nonsense')).toBe('');
  });
});

describe('diagrams in an article', () => {
  const body = `Before.\n\n\`\`\`mermaid\n${PAYMENT}\`\`\`\n\n## Steps\n\n\`\`\`text\nflowchart of another kind\n\`\`\`\n`;

  it('are found, and nothing else that is code', () => {
    expect(diagramsIn(parseMarkdown(body)).map(({ value }) => value)).toEqual([PAYMENT.trimEnd()]);
  });

  it('are no words to search', () => {
    expect(passagesOf(parseMarkdown(body)).map(({ text }) => text)).toEqual([
      'Before.',
      'flowchart of another kind',
    ]);
    expect(withoutDiagrams(body)).toBe(
      'Before.\n\n\n\n## Steps\n\n```text\nflowchart of another kind\n```\n',
    );
  });
});
