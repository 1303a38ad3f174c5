import { visit } from 'unist-util-visit';
import { toString } from 'mdast-util-to-string';
import type { Page } from '../page.ts';
import type { FileFinding, PageRule } from '../rule.ts';
import type { LintSettings } from '../settings.ts';
import type { UiName } from '../uiNames.ts';

/** Buttons and screens are called what the app calls them: bold in English, in “…” in Chinese. */
export const uiNames: PageRule = {
  kind: 'page',
  id: 'ui-names',
  check: (page, settings) => (page.language === 'en' ? inEnglish(page, settings) : inChinese(page, settings)),
};

/** A verb right before a name says that it is one. */
const TAPPED = /(?:^|[^\p{L}])(?:tap|click|press|open|choose|select)\s+$/iu;

function inEnglish({ tree, bodyStart }: Page, { uiNames: { app, elsewhere } }: LintSettings): FileFinding[] {
  const findings: FileFinding[] = [];
  const all = [...app, ...elsewhere];
  visit(tree, 'strong', (node, index, parent) => {
    const before = parent?.children[(index ?? 0) - 1];
    const isTapped = before?.type === 'text' && TAPPED.test(before.value);
    const at = bodyStart + (node.position?.start.offset ?? 0);
    for (const shown of toString(node).split(/\s*→\s*/)) {
      if (all.some(({ en }) => en === shown) || /[{}]/.test(shown)) continue;
      const meant = app.find((name) => isMeant(name, 'en', shown));
      const sameName = all.find(({ en }) => en.toLowerCase() === shown.toLowerCase());
      if (meant) findings.push(wrong(at, shown, meant.en));
      else if (sameName && isTapped) findings.push(wrong(at, shown, sameName.en));
      else if (isTapped) findings.push(unknown(at, shown));
    }
  });
  return findings;
}

const CHINESE_NAME = /(点击|点开|点按|点|打开|进入)?(“([^”\n]{1,16})”)/gu;

function inChinese({ blocks }: Page, { uiNames: { app, elsewhere } }: LintSettings): FileFinding[] {
  const all = [...app, ...elsewhere];
  return blocks.flatMap(({ text, starts, opaque }) =>
    [...text.matchAll(CHINESE_NAME)].flatMap(({ 1: verb = '', 3: shown, index }) => {
      const place = index + verb.length;
      if (opaque.slice(place, place + shown!.length + 2).includes(true)) return [];
      if (all.some((name) => name['zh-CN'] === shown)) return [];
      const meant = app.find((name) => isMeant(name, 'zh-CN', shown!));
      if (meant) return [wrong(starts[place]!, shown!, meant['zh-CN'])];
      return verb === '' ? [] : [unknown(starts[place]!, shown!)];
    }),
  );
}

function isMeant(name: UiName, language: 'en' | 'zh-CN', shown: string): boolean {
  return name.not[language].some((other) => other.toLowerCase() === shown.toLowerCase());
}

function wrong(at: number, shown: string, name: string): FileFinding {
  return {
    at,
    severity: 'error',
    message: `The app shows "${name}", not "${shown}". Write it as the app does.`,
  };
}

function unknown(at: number, shown: string): FileFinding {
  return {
    at,
    severity: 'warning',
    message: `"${shown}" is not among the names in content/ui.yml. Check what the app shows; if it is right, add it there in both languages.`,
  };
}
