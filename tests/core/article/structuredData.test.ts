import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scriptJson, structuredData } from '../../../src/core/article/structuredData.ts';
import { publishedFrom } from './published.ts';

const WAY = [
  { name: 'Help', url: 'https://help.example/base/' },
  { name: 'One', url: 'https://help.example/base/wallet/one/' },
];

type Thing = Readonly<Record<string, unknown>>;
const graph = (...args: Parameters<typeof publishedFrom>): readonly Thing[] =>
  structuredData(publishedFrom(...args), 'Help', WAY)['@graph'] as readonly Thing[];
const kinds = (things: readonly Thing[]): unknown[] => things.map((thing) => thing['@type']);

describe('what search engines are told', () => {
  const body =
    'Wait a day.\n\n## Check\n\n1. Look.\n2. See **it**.\n\n   | a | b |\n   | - | - |\n   | c | d |\n\n- no step\n';

  it('is the question with the answer at the top, the way to it, and each list of steps', () => {
    const [page, way, howTo, ...rest] = graph(body, {
      title: 'Where is it?',
      reviewed: '2026-11-01',
      description: 'Gist.',
    });
    expect(page).toMatchObject({
      '@type': 'FAQPage',
      inLanguage: 'en',
      dateModified: '2026-11-01',
      mainEntity: [
        {
          '@type': 'Question',
          name: 'Where is it?',
          acceptedAnswer: { '@type': 'Answer', text: 'Wait a day.' },
        },
      ],
    });
    expect(way).toEqual({
      '@type': 'BreadcrumbList',
      itemListElement: WAY.map(({ name, url }, i) => ({
        '@type': 'ListItem',
        position: i + 1,
        name,
        item: url,
      })),
    });
    expect(howTo).toMatchObject({
      '@type': 'HowTo',
      name: 'Where is it? Check',
      url: 'https://help.example/base/wallet/one/#check',
      step: [
        { '@type': 'HowToStep', position: 1, text: 'Look.' },
        { '@type': 'HowToStep', position: 2, text: 'See it.' },
      ],
    });
    expect(rest).toEqual([]);
  });

  it('claims nothing that is not there: no answer, no question; one step or bullets, no how-to', () => {
    expect(kinds(graph('## Check\n\n1. Look.\n\n- a\n- b\n'))).toEqual(['WebPage', 'BreadcrumbList']);
    expect(kinds(graph(body, { type: 'guide' }))).toEqual(['WebPage', 'BreadcrumbList', 'HowTo']);
  });

  it.each([
    ['My card is stuck', 'en', 'WebPage'],
    ['Why is my card stuck?', 'en', 'FAQPage'],
    ['卡片为什么被锁？', 'zh-CN', 'FAQPage'],
    ['卡片被锁了', 'zh-CN', 'WebPage'],
  ])('puts no title into a question that is none: %s', (title, language, kind) => {
    const id = language === 'en' ? 'card/one' : 'zh-cn/card/one';
    expect(graph('Answer. 答。\n', { title }, id)[0]!['@type']).toBe(kind);
  });

  it('takes a list of events for no instructions', () => {
    const events =
      '1. We ask the shop for its side.\n2. The shop has some weeks to answer.\n3. Check the result in the app.\n';
    expect(kinds(graph(`Wait.\n\n## What happens next\n\n${events}`))).toEqual(['WebPage', 'BreadcrumbList']);
    const chinese = '1. 我们会向商户核实。\n2. 商户有几周时间答复。\n3. 查看邮件里的结果。\n';
    expect(kinds(graph(`等。\n\n## 之后会怎样\n\n${chinese}`, {}, 'zh-cn/wallet/one'))).toEqual([
      'WebPage',
      'BreadcrumbList',
    ]);
  });

  it('names how-tos as Chinese does, and keeps cases apart', () => {
    const things = graph(
      '等。\n\n## 甲\n\n1. 看\n2. 等\n\n## 乙\n\n1. 点\n2. 看\n',
      { title: '一' },
      'zh-cn/wallet/one',
    );
    expect(things.slice(2).map(({ name }) => name)).toEqual(['一：甲', '一：乙']);
    expect(things[0]!['inLanguage']).toBe('zh-CN');
  });
});

describe('JSON in a script element', () => {
  it('cannot end the element, whatever the text, and reads back the same', () => {
    const dangerous = fc.constantFrom('</script>', '<!--', ']]>', '\u2028', '&lt;', '<script>');
    const text = fc
      .array(fc.oneof(dangerous, fc.string({ unit: 'grapheme' })))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (value) => {
        const json = scriptJson({ value });
        expect(json).not.toMatch(/[<>&\u2028\u2029]/);
        expect(JSON.parse(json)).toEqual({ value });
      }),
    );
  });
});
