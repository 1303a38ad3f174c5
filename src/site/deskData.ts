import { config } from '../config.ts';
import { LANGUAGES, type Language } from '../core/article/language.ts';
import { fillIn } from '../core/operations/replies/placeholders.ts';
import type { ReplyFrame } from '../core/operations/replies/preparedReply.ts';
import { articlesIn, type ArticleEntry } from './articles.ts';
import type { DeskArticle, DeskData } from './components/desk/deskData.ts';
import { pageHref } from './language.ts';
import { preparedReplies, PUBLIC_SITE } from './replies.ts';
import { triageTrees } from './triage.ts';

const DAY_MS = 86_400_000;

/** All that the desk's script needs, but the words of the page. */
export async function deskData(language: Language): Promise<Omit<DeskData, 'say'>> {
  const [english, chinese] = await Promise.all(LANGUAGES.map(articlesIn));
  const articles = [...english!].map(
    ([slug, entry]) => [slug, deskArticle(entry, chinese!.get(slug) ?? entry)] as const,
  );
  return {
    language,
    articles: Object.fromEntries(articles),
    trees: (await triageTrees('internal')).map(({ slug, tree }) => ({
      href: pageHref(`triage/${slug}`, language),
      title: tree.title[language],
      about: [tree.article, ...[tree.runbook ?? []].flat()],
    })),
    replies: await preparedReplies(),
    frames: { en: settledFrame('en'), 'zh-CN': settledFrame('zh-CN') },
    publicSite: PUBLIC_SITE,
    base: config.base,
    hrefs: {
      desk: pageHref('desk', language),
      escalate: pageHref('desk/escalate', language),
      triage: pageHref('triage', language),
      exposed: pageHref('security/recovery-phrase-exposed', language),
      scam: pageHref('security/phishing-and-fake-support', language),
      status: pageHref('status', language),
      statusJson: `${config.base}status.json`,
    },
    newIssueUrl: config.tracker?.newIssueUrl,
  };
}

function deskArticle({ data }: ArticleEntry, { data: chinese }: ArticleEntry): DeskArticle {
  const { audience, confidence, reviewed, reviewEvery } = data;
  const due = reviewed && new Date(reviewed.getTime() + reviewEvery * DAY_MS).toISOString().slice(0, 10);
  return {
    audience,
    confidence,
    reviewDue: due,
    title: { en: data.title, 'zh-CN': chinese.title },
    description: {
      en: fillIn(data.description ?? '', config.variables.en, 'en'),
      'zh-CN': fillIn(chinese.description ?? '', config.variables['zh-CN'], 'zh-CN'),
    },
  };
}

function settledFrame(language: Language): ReplyFrame {
  const { greeting, readMore, signOff } = config.replies[language];
  const settled = (text: string): string => fillIn(text, config.variables[language], language);
  return { greeting: settled(greeting), readMore: settled(readMore), signOff: settled(signOff) };
}
