import type { Language } from '../../article/language.ts';
import type { Layer } from '../../mining/layer.ts';
import type { Impact, IncidentStatus, InBoth, PublishedIncident } from './published.ts';

/** A status as people read it: on the page, in the widget, in what the command prints. */
export const STATUS_WORDS: Readonly<Record<IncidentStatus, InBoth<string>>> = {
  investigating: { en: 'Looking into it', 'zh-CN': '正在排查' },
  identified: { en: 'Cause found', 'zh-CN': '已找到原因' },
  monitoring: { en: 'Fix in place, watching', 'zh-CN': '已修复，观察中' },
  resolved: { en: 'Resolved', 'zh-CN': '已解决' },
};

export const IMPACT_WORDS: Readonly<Record<Impact, InBoth<string>>> = {
  severe: { en: 'Serious problem', 'zh-CN': '严重故障' },
  major: { en: 'Known problem', 'zh-CN': '故障' },
  minor: { en: 'Minor problem', 'zh-CN': '轻微故障' },
};

/** Where the fault lies, as the internal edition says it. */
export const LAYER_WORDS: Readonly<Record<Layer, InBoth<string>>> = {
  client: { en: 'client', 'zh-CN': '客户端' },
  api: { en: 'API', 'zh-CN': 'API' },
  backend: { en: 'backend', 'zh-CN': '后端' },
  provider: { en: 'provider', 'zh-CN': '服务商' },
};

/**
 * What stands first in the widget and on the desk: “We know: swaps on BNB Smart Chain are delayed. Looking into it, updated 12
 * min ago.”
 */
export function knownLine(
  { title, status, updated }: PublishedIncident,
  language: Language,
  nowMs: number,
): string {
  const state = STATUS_WORDS[status][language];
  const when = ago(Date.parse(updated), nowMs, language);
  return language === 'en'
    ? `We know: ${title.en}. ${state}, updated ${when}.`
    : `我们已经知道：${title['zh-CN']}。${state}，${when}更新。`;
}

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** How long ago a moment was: “12 min ago”, “12 分钟前”; under a minute, and for clocks that differ, “just now”. */
export function ago(ms: number, nowMs: number, language: Language): string {
  const passed = nowMs - ms;
  const [unit, length] = UNITS.find(([, least]) => passed >= least) ?? [];
  if (unit === undefined || length === undefined) return language === 'en' ? 'just now' : '刚刚';
  const text = new Intl.RelativeTimeFormat(language, { style: 'short' }).format(
    -Math.floor(passed / length),
    unit,
  );
  return language === 'en' ? text.replace(/\./g, '') : spaced(text);
}

/** How long something lasted: “1 h 25 min”, “1 小时 25 分钟”; at least a minute. */
export function duration(ms: number, language: Language): string {
  const minutes = Math.max(1, Math.round(ms / 60_000));
  const names = language === 'en' ? ['d', 'h', 'min'] : ['天', '小时', '分钟'];
  const parts = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60];
  return parts
    .flatMap((count, i) => (count > 0 ? [`${count} ${names[i]}`] : []))
    .slice(0, 2)
    .join(' ');
}

/** A moment as notices say it: English in UTC, Chinese in Beijing time. */
export function moment(at: string, language: Language): string {
  const date = new Date(at);
  if (language === 'en') {
    const day = date.toLocaleDateString('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });
    return `${day}, ${clock(date, 'UTC')} UTC`;
  }
  const [year, month, day] = dayIn(date, 'Asia/Shanghai');
  return `北京时间 ${year} 年 ${month} 月 ${day} 日 ${clock(date, 'Asia/Shanghai')}`;
}

/** The month that a history lists it under: “November 2026”, “2026 年 11 月”. */
export function monthOf(at: string, language: Language): string {
  const date = new Date(at);
  if (language === 'en')
    return date.toLocaleDateString('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const [year, month] = dayIn(date, 'Asia/Shanghai');
  return `${year} 年 ${month} 月`;
}

/** Countries as the reader calls them; '' for none. */
export function regionNames(regions: readonly string[], language: Language): string {
  const names = new Intl.DisplayNames(language, { type: 'region' });
  const known = regions.map((code) => {
    try {
      return names.of(code) ?? code;
    } catch {
      return code;
    }
  });
  return known.join(language === 'en' ? ', ' : '、');
}

function clock(date: Date, timeZone: string): string {
  return date.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit', timeZone });
}

function dayIn(date: Date, timeZone: string): number[] {
  const text = date.toLocaleDateString('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return text.split('-').map(Number);
}

/** A space between Chinese and digits, which the browser's own words lack. */
function spaced(text: string): string {
  return text.replace(/(\d)(?=\p{Script=Han})/gu, '$1 ');
}
