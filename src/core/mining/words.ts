import { termsOf } from '../retrieval/terms.ts';
import { PLACEHOLDER } from '../ticket/problemText.ts';
import { withoutAddresses } from './replyLinks.ts';

/** Words, beyond those the search leaves out, that would make a label say nothing. */
const DULL = new Set(
  (
    'about after again all already also any anyone because before can cant cannot could did didnt does doesnt doing ' +
    'done dont each even every get getting give go going gone got her here him his how im isnt ive just keep know ' +
    'let like make many maybe more most much must my need new nothing now off ok okay once one only other out over own ' +
    're really same say said says see seem should since still such sure take tell than thank thanks thing think too try tried ' +
    'trying two until up urgent use used using very want wait wasnt way well went what when where which while who why ' +
    'wont would wrote yes yet day days hour hours week weeks today yesterday regards dear team support ' +
    '什么 怎么 怎么办 为什么 可以 能不能 是不是 有没有 请问 谢谢 你们 我们 他们 我的 你的 这个 那个 这里 那里 这样 ' +
    '现在 已经 一直 还是 还有 就是 但是 因为 所以 如果 然后 没有 不是 不能 不会 不了 可能 知道 觉得 需要 一下 一个 两个 ' +
    '时候 今天 昨天 明天 小时 分钟 麻烦 帮忙 客服 问题 你好 您好 到底 的话 而且 不过 或者 自己 出来 起来 之前 之后 ' +
    '看到 上面 下面 里面 多少 几天 怎样 如何 这么 那么 东西 应该 直接 刚才 刚刚 结果 开始 只有 只是 不要 不知道 的'
  ).split(' '),
);

/** Characters that, standing alone, join words rather than being part of one the dictionary does not know. */
const LINKING = new Set(
  '我你您他她它的了是在不有没还就都也吗呢吧啊把被到去来给让很太再又和与跟对从这那哪个里上下说要会能着过得地时候号元块万千百刀次天年月日点分秒等只才却而且或',
);

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const HAN = /^\p{Script=Han}+$/u;
const LATIN = /^[\p{Script=Latin}][\p{Script=Latin}'’-]{2,}$/u;

/**
 * The words of a text fit for a label, each once: for alphabets of three letters and more, for Chinese of two
 * characters and more; no stop words, numbers, addresses or placeholders. Keyed by what makes two forms one word.
 */
export function labelWords(text: string): Map<string, string> {
  const words = new Map<string, string>();
  const plain = withoutAddresses(text).replace(PLACEHOLDER, ' ').normalize('NFKC').toLowerCase();
  for (const segment of segmentsOf(plain)) {
    if (DULL.has(segment) || DULL.has(segment.replace(/['’]/g, ''))) continue;
    if (HAN.test(segment) ? segment.length < 2 : !LATIN.test(segment)) continue;
    const terms = termsOf(segment);
    if (terms.length > 0) words.set(HAN.test(segment) ? segment : terms.join(' '), segment);
  }
  return words;
}

/** Words by the dictionary of ICU; single characters beside each other, such as 助·记·词, are a word it lacks. */
function* segmentsOf(text: string): Generator<string> {
  let run = '';
  for (const { segment, isWordLike } of segmenter.segment(text)) {
    if (segment.length === 1 && HAN.test(segment) && !LINKING.has(segment)) {
      run += segment;
      continue;
    }
    if (run.length <= LONGEST_UNKNOWN) yield run;
    run = '';
    if (isWordLike === true) yield segment;
  }
  if (run.length <= LONGEST_UNKNOWN) yield run;
}

const LONGEST_UNKNOWN = 4;
