import { z } from 'zod';
import { ContentError, describeIssues } from '../../article/contentError.ts';
import type { Language } from '../../article/language.ts';
import { splitFrontMatter } from '../../article/markdown.ts';
import { slug } from '../../article/schema.ts';
import type { Severity } from '../handOver.ts';
import type { Incident } from './incident.ts';

const day = z
  .union([z.string(), z.date()])
  .transform((value) => (typeof value === 'string' ? value : value.toISOString().slice(0, 10)))
  .pipe(z.iso.date('expected a day such as 2026-11-28'));

const action = z.strictObject({
  what: z.string().trim().min(1).describe('What is done, so that somebody else could do it.'),
  owner: z.string().trim().min(1).describe('One team or role.'),
  due: day,
  proof: z.string().trim().min(1).describe('How we see that it works.'),
  done: day.optional(),
});

/** The front matter of `content/incidents/reviews/<id>.md`: what the lint can ask about. The rest is prose. Internal, always. */
const reviewSchema = z.strictObject({
  incident: z.string().min(1).describe('Its id.'),
  actions: z.array(action).default([]).describe('Five at most, each with one owner and one day.'),
  knowledge: z
    .array(z.strictObject({ article: slug, change: z.string().trim().min(1) }))
    .default([])
    .describe('Which article or runbook was changed, and how.'),
});

export interface Review extends Readonly<z.infer<typeof reviewSchema>> {
  readonly body: string;
}

/** A review is held within so many working days after the incident is over (runbooks/incidents/review). */
export const REVIEW_WORKING_DAYS = 5;
const DAY_MS = 86_400_000;

/** Whether incidents of a severity must be reviewed. */
export function needsReview(severity: Severity): boolean {
  return severity === 'sev1' || severity === 'sev2';
}

/** The day by which the review of an incident must be there, YYYY-MM-DD; undefined while it is not over. */
export function reviewDue({ resolved }: Pick<Incident, 'resolved'>): string | undefined {
  if (resolved === undefined) return undefined;
  let date = Date.parse(`${resolved.slice(0, 10)}T00:00:00Z`);
  for (let left = REVIEW_WORKING_DAYS; left > 0;) {
    date += DAY_MS;
    const weekday = new Date(date).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left--;
  }
  return new Date(date).toISOString().slice(0, 10);
}

/**
 * Reads a review.
 * @throws ContentError with every wrong field
 */
export function parseReview(file: string, text: string): Review {
  const { data, body } = splitFrontMatter(file, text);
  const result = reviewSchema.safeParse(data);
  if (result.success) return { ...result.data, body };
  const problems = describeIssues(result.error, data).map((problem) =>
    problem.replace(/Fix: see CONTRIBUTING\.md.*$/, 'Fix: the comment in the block says how it is written.'),
  );
  throw new ContentError(file, problems);
}

/** Where something is still to be written. */
export function isUnfinished(text: string): boolean {
  return /\bTODO\b|待写/.test(text);
}

/** A review to fill in, with the timeline as far as the updates tell it. */
export function reviewTemplate(incident: Incident, language: Language): string {
  const { id, severity, title, started, resolved, updates } = incident;
  const due = reviewDue(incident) ?? '?';
  const rows = [
    [started, TEXT.began[language]],
    ...updates.map((update) => [update.at, `${update.status}: ${oneLine(update[language])}`]),
    ...(resolved === undefined ? [] : [[resolved, TEXT.over[language]]]),
  ].toSorted(([a], [b]) => (a! < b! ? -1 : Number(a! > b!)));
  const timeline = rows.map(([at, what]) => `| ${at} | ${what} |`).join('\n');
  return TEXT.page[language]
    .replaceAll('{id}', id)
    .replaceAll('{title}', () => title[language])
    .replaceAll('{severity}', severity)
    .replaceAll('{due}', due)
    .replaceAll('{timeline}', () => timeline);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').replaceAll('|', '\\|').trim();
}

const TEXT = {
  began: { en: 'began (as far as known)', 'zh-CN': '开始（目前所知）' },
  over: { en: 'over', 'zh-CN': '结束' },
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
