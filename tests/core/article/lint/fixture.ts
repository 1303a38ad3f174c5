import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import type { ContentFile } from '../../../../src/core/article/lint/inspect.ts';
import { lint } from '../../../../src/core/article/lint/lint.ts';
import type { Problem } from '../../../../src/core/article/lint/problem.ts';
import { OTHER_PAGES, type LintSettings } from '../../../../src/core/article/lint/settings.ts';

export const FIXTURES = path.resolve(import.meta.dirname, '../../../fixtures/content');

/** Settings of a small wallet, on a day that does not pass. */
export const SETTINGS: LintSettings = {
  variables: {
    en: {
      brand: 'Acme Wallet',
      supportEmail: 'help@acme.example',
      cardFreezePath: 'Card → Freeze',
      onlyEnglish: 'x',
    },
    'zh-CN': { brand: 'Acme 钱包', supportEmail: 'help@acme.example', cardFreezePath: '卡片 → 冻结' },
  },
  glossary: {
    terms: [
      {
        en: 'recovery phrase',
        'zh-CN': '助记词',
        not: { en: ['seed phrase', 'mnemonic'], 'zh-CN': ['种子短语'] },
      },
      { en: 'app', 'zh-CN': 'App', not: { en: [], 'zh-CN': ['APP'] } },
      { en: 'you', 'zh-CN': '你', not: { en: [], 'zh-CN': ['您'] }, note: 'As one person to another.' },
    ],
  },
  uiNames: {
    app: [
      { en: 'Activity', 'zh-CN': '交易记录', not: { en: ['History'], 'zh-CN': ['历史记录'] } },
      { en: 'Speed up', 'zh-CN': '加速', not: { en: [], 'zh-CN': [] } },
      { en: 'Settings', 'zh-CN': '设置', not: { en: [], 'zh-CN': [] } },
    ],
    elsewhere: [],
  },
  pages: OTHER_PAGES,
  replies: ['card-declined'],
  assets: ['/screens/one.png', '/screens/一.png', '/docs/wallet/tree.svg'],
  today: '2026-11-21',
  graceDays: 14,
  outdatedDays: new Map([
    ['security/late', 15],
    ['security/recent', 14],
  ]),
};

/** The files of an archive: `-- path --` before each, as in Go's txtar format. */
export function readArchive(archive: string): ReadonlyMap<string, string> {
  const parts = archive.split(/^-- (.+) --\n/m).slice(1);
  return new Map(
    parts.flatMap((name, i): [string, string][] => (i % 2 === 0 ? [[name, parts[i + 1] ?? '']] : [])),
  );
}

export function readFixture(name: string): ReadonlyMap<string, string> {
  return readArchive(readFileSync(path.join(FIXTURES, 'rules', `${name}.txtar`), 'utf8'));
}

/** What is wrong with a content folder that is given as its files. */
export function lintFiles(files: ReadonlyMap<string, string>, settings: LintSettings = SETTINGS): Problem[] {
  const redirects = (parse(files.get('redirects.yml') ?? '{}') ?? {}) as Readonly<Record<string, string>>;
  return lint(
    [...files].flatMap(([file, text]) => contentFile(file, text) ?? []),
    redirects,
    settings,
  );
}

export function contentFile(file: string, text: string): ContentFile | undefined {
  const [folder, ...rest] = file.split('/');
  const id = rest.join('/').replace(/\.[^.]+$/, '');
  if (folder === 'docs') return { kind: 'article', file, id, text };
  if (folder === 'replies') return { kind: 'reply', file, id, text };
  if (folder === 'triage') return { kind: 'tree', file, id, text };
  return folder === 'phrasings' ? { kind: 'phrasings', file, id, text } : undefined;
}

export function show({ file, line, column, severity, rule, message }: Problem): string {
  return `${file}:${line}:${column} ${severity} ${rule}: ${message}`;
}
