import type { Language } from '../../article/language.ts';
import { networkOf } from '../../deflection/networks.ts';
import { componentsOf, type Components } from './components.ts';
import type { Incident } from './incident.ts';
import { reviewDue } from './review.ts';
import { duration, regionNames } from './words.ts';

/** A review to fill in, with the timeline as far as the updates tell it. */
export function reviewTemplate(incident: Incident, language: Language, components: Components): string {
  const parts = componentsOf(incident, components).map(([, { name }]) => name[language]);
  const { id, severity, title, started, resolved, updates } = incident;
  const due = reviewDue(incident) ?? '?';
  const rows = [
    [started, TEXT.began[language]],
    ...updates.map((update) => [update.at, `${update.status}: ${oneLine(update[language])}`]),
    ...(resolved === undefined ? [] : [[resolved, TEXT.over[language]]]),
  ].toSorted(([a], [b]) => (a! < b! ? -1 : Number(a! > b!)));
  const impact = impactOf(incident, parts, language);
  const timeline = rows.map(([at, what]) => `| ${at} | ${what} |`).join('\n');
  return TEXT.page[language]
    .replaceAll('{id}', id)
    .replaceAll('{title}', () => title[language])
    .replaceAll('{severity}', severity)
    .replaceAll('{due}', due)
    .replaceAll('{timeline}', () => timeline)
    .replaceAll('{impact}', () => impact);
}

/** What the file knows of who was hit; the numbers somebody must count. */
function impactOf(
  { match, regions, started, resolved }: Incident,
  parts: readonly string[],
  language: Language,
): string {
  const { parts: partsWord, networks, regions: where, lasted, comma } = TEXT.impact[language];
  const facts: readonly (readonly [string, string])[] = [
    [partsWord, parts.join(comma)],
    [networks, match.networks.map((id) => networkOf(id)?.name ?? id).join(comma)],
    [where, regionNames(regions, language)],
    [lasted, resolved === undefined ? '' : duration(Date.parse(resolved) - Date.parse(started), language)],
  ];
  return facts.flatMap(([name, value]) => (value === '' ? [] : [`- ${name}${value}`])).join('\n');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').replaceAll('|', '\\|').trim();
}

const TEXT = {
  began: { en: 'began (as far as known)', 'zh-CN': '开始（目前所知）' },
  over: { en: 'over', 'zh-CN': '结束' },
  impact: {
    en: { parts: 'Parts: ', networks: 'Networks: ', regions: 'Where: ', lasted: 'Lasted: ', comma: ', ' },
    'zh-CN': { parts: '影响：', networks: '网络：', regions: '地区：', lasted: '持续：', comma: '、' },
  },
  page: {
    en: `---
incident: {id}
# Five at most. Each: - what, owner (a team or role), due (a day), proof (how we see that it works), done (a day, once it is)
actions: []
# Which article or runbook was changed. Each: - article: wallet/swap-failed, and change: one line
knowledge: []
---

# {title}

Internal. Severity: {severity}. Due: {due}. No names, only roles; no blame. How a review is held: runbooks/incidents/review.

## Timeline (UTC)

| Time | What |
| --- | --- |
{timeline}

TODO: add the first signal, when it was declared, and what was tried.

## Impact

{impact}

TODO: customers, tickets, money, data. Counted or estimated, and how.

## Five whys

1. TODO: why could customers not do it?
2. TODO: why was that so?
3. TODO
4. TODO
5. TODO: stop where the answer is something we can change.

## What detected it

TODO: an alarm, an agent, a customer? What would have seen it earlier?

## What helped, what hindered, where we were lucky

TODO

## What customers were told

TODO: what, when, and what was wrong or late.
`,
    'zh-CN': `---
incident: {id}
# 最多五条，每条写：what（做什么）、owner（团队或角色）、due（日期）、proof（怎么看出有效）、done（完成日期，做完再填）
actions: []
# 改了哪篇文章或手册，每条写：article: wallet/swap-failed，change: 一句话
knowledge: []
---

# {title}

仅限内部。级别：{severity}。截止：{due}。只写角色，不写人名，不追责。怎么复盘，见 runbooks/incidents/review。

## 时间线（UTC）

| 时间 | 经过 |
| --- | --- |
{timeline}

待写：补上首个信号、宣布的时间，以及试过什么。

## 影响

{impact}

待写：用户数、工单数、金额、数据。是统计还是估算，怎么算的。

## 五个为什么

1. 待写：用户为什么做不了？
2. 待写：为什么会这样？
3. 待写
4. 待写
5. 待写：问到我们能改的地方为止。

## 怎么发现的

待写：告警、客服还是用户？什么能更早发现？

## 什么帮了忙，什么碍了事，哪里靠运气

待写

## 用户侧

待写：告知了什么、什么时候、哪里说错或说晚了。
`,
  },
} as const;
