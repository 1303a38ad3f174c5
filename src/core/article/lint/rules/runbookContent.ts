import type { ListItem } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { splitLocale, type Language } from '../../language.ts';
import { definitions, linksIn } from '../links.ts';
import { textField, type Page } from '../page.ts';
import { sectionsOf, type PageSection } from '../pageSections.ts';
import type { FileFinding, PageRule } from '../rule.ts';
import { RUNBOOK_SECTIONS, type RunbookSection } from '../runbookSections.ts';
import type { LintSettings } from '../settings.ts';
import { excerpt } from '../words.ts';

/** A heading alone helps nobody at night: each section says what it promises. */
export const runbookContent: PageRule = {
  kind: 'page',
  id: 'runbook-content',
  *check(page, settings) {
    if (textField(page, 'type') !== 'runbook') return;
    const sections = sectionsOf(page);
    for (const { id, heading } of RUNBOOK_SECTIONS) {
      const section = sections.find(({ heading: { text } }) => heading[page.language].test(text.trim()));
      if (!section) continue;
      if (section.nodes.every((node) => node.type === 'heading' || toString(node).trim() === ''))
        yield at(section, 'error', 'is empty. Write it, or say in a sentence why there is nothing to say.');
      else yield* CHECKS[id]?.(section, page, settings) ?? [];
    }
  },
};

type Check = (section: PageSection, page: Page, settings: LintSettings) => Iterable<FileFinding>;

const CHECKS: Readonly<Partial<Record<RunbookSection['id'], Check>>> = {
  *owner(section, page) {
    if (!/\bsev[1-4]\b/i.test(textOf(section, page)))
      yield at(section, 'error', 'names no level. Say from when on it is sev1, sev2, sev3 or sev4.');
  },
  *signals(section, page) {
    const { signals } = page.frontMatter.data;
    const isListed = Array.isArray(signals) && signals.length > 0;
    if (!isListed && !section.nodes.some(({ type }) => type === 'code'))
      yield at(
        section,
        'error',
        'shows no query. Write it in a code block, and list it under `signals:` at the top of the English page.',
      );
    // A listed signal names its tool.
    if (!isListed && !/grafana|datadog|kibana/i.test(textOf(section, page)))
      yield at(
        section,
        'error',
        'does not say where to look. Name Grafana, Datadog or Kibana beside each query.',
      );
  },
  *steps(section, { language, bodyStart }) {
    for (const step of decidingSteps(section)) {
      const text = toString(step);
      // A table says what to do for each thing that may be seen.
      if (DECISION[language].test(text) || step.children.some(({ type }) => type === 'table')) continue;
      yield {
        at: bodyStart + (step.position?.start.offset ?? 0),
        severity: 'warning',
        message: `"${excerpt(text)}" ends without a decision. Say what to do next for each thing that may be seen (${language === 'en' ? 'If …, then …' : '如果……，就……'}).`,
      };
    }
  },
  *tell(section, page, settings) {
    const links = linksIn(page, definitions(page)).filter(
      ({ at: start }) => start > section.heading.start && start < section.end,
    );
    if (!links.some(({ url }) => isPublic(url, settings)))
      yield at(
        section,
        'error',
        'gives the customer nothing to read. Link the public article in the text that is sent, such as [declined payments](/card/card-declined/).',
      );
  },
};

const DECISION: Readonly<Record<Language, RegExp>> = {
  en: /\b(?:if|then|otherwise|else|until|unless|when)\b/i,
  'zh-CN': /如果|若|就|否则|→|直到|不然|的话/,
};

/** The numbered steps, but for the last of each list: after it there is nothing left to decide. */
function decidingSteps({ nodes }: PageSection): ListItem[] {
  return nodes.flatMap((node) =>
    node.type === 'list' && node.ordered === true ? node.children.slice(0, -1) : [],
  );
}

function isPublic(url: string, { pages }: LintSettings): boolean {
  if (!url.startsWith('/')) return false;
  const { slug } = splitLocale(url.replace(/[#?].*$/, '').replace(/^\/+|\/+$/g, ''));
  return !slug.startsWith('runbooks/') && !pages.some(({ path, internal }) => internal && path === slug);
}

/** Cell by cell: side by side, two words would read as one. */
function textOf({ heading, end }: PageSection, { blocks }: Page): string {
  return blocks
    .filter(({ starts: [start = -1] }) => start > heading.start && start < end)
    .map(({ text }) => text)
    .join('\n');
}

function at({ heading }: PageSection, severity: FileFinding['severity'], what: string): FileFinding {
  return { at: heading.start, severity, message: `"${heading.text}" ${what}` };
}
