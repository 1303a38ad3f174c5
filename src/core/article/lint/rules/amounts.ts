import type { Language } from '../../language.ts';
import { sentencesOf } from '../../../retrieval/sentences.ts';
import type { Block } from '../blocks.ts';
import { textField } from '../page.ts';
import type { FileFinding, PageRule } from '../rule.ts';
import { withoutQuotations } from '../words.ts';

/** A sum of money, with its sign, code or name. */
const MONEY =
  /[$€£¥]\s?(\d[\d,.]*)|(\d[\d,.]*)\s?(?:(?:USD|EUR|GBP|CNY|RMB|HKD|dollars?|euros?|pounds?|yuan)\b|美元|欧元|英镑|港币|港元|人民币|元)/gu;
const SHARE = /\d+(?:\.\d+)?\s?[%％]/gu;
/** A share of what somebody pays is the company's; other shares are facts. */
const PRICED: Readonly<Record<Language, RegExp>> = {
  en: /\b(?:fees?|charges?|costs?|commissions?|mark-?up|cash-?back|interest|discounts?|surcharges?)\b/i,
  'zh-CN': /费|佣金|加价|返现|利息|利率|折扣/u,
};

/** What depends on the company is a variable, so that no article keeps last year's price. */
export const amounts: PageRule = {
  kind: 'page',
  id: 'amounts',
  *check(page) {
    if (textField(page, 'audience') !== 'public') return;
    for (const block of page.blocks) {
      if (block.quoted || !/\d/.test(block.text)) continue;
      const text = withoutQuotations(block.text);
      for (const { 0: found, 1: before, 2: after, index } of text.matchAll(MONEY))
        // 0 and 1 of a currency are what a card is tried with, and what a stablecoin is worth.
        if (Number((before ?? after)!.replaceAll(',', '')) > 1) yield* finding(block, index, found);
      for (const { start, end } of sentencesOf(text)) {
        const sentence = text.slice(start, end);
        if (!PRICED[page.language].test(sentence)) continue;
        for (const { 0: found, index } of sentence.matchAll(SHARE))
          yield* finding(block, start + index, found);
      }
    }
  },
};

function* finding({ starts, opaque }: Block, index: number, found: string): Iterable<FileFinding> {
  if (opaque[index]) return;
  const message = `"${found}" depends on the company, and will change. Write a variable: add it to \`variables\` in src/config.ts in both languages, and write {itsName} here.`;
  yield { at: starts[index]!, severity: 'warning', message };
}
