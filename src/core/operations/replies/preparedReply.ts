import type { Language } from '../../article/language.ts';
import type { Variables } from '../../article/variables.ts';
import { permalink } from '../desk/permalink.ts';
import type { StepsUnder } from './articleSteps.ts';
import { fillIn } from './placeholders.ts';
import type { Reply } from './reply.ts';
import type { VariableType } from './variables.ts';

/** A reply as the desk is given it: all that a build knows is filled in; what an agent fills in stands in braces. */
export interface PreparedReply {
  readonly id: string;
  readonly article: string;
  readonly use: Readonly<Record<Language, string>>;
  readonly variables: readonly {
    readonly name: string;
    readonly type: VariableType;
    readonly label: Readonly<Record<Language, string>>;
  }[];
  /** Greeting to sign-off. */
  readonly text: Readonly<Record<Language, string>>;
}

/** How a team's replies begin and end; `{brand}` and other variables of the deployment are filled in. */
export interface ReplyFrame {
  readonly greeting: string;
  /** The line that holds `{link}`, where the body has none. */
  readonly readMore: string;
  readonly signOff: string;
}

/** What a deployment gives to replies. */
export interface ReplySettings {
  /** Address of the public site with its base, with a slash at the end. */
  readonly site: string;
  readonly frames: Readonly<Record<Language, ReplyFrame>>;
  readonly variables: Readonly<Record<Language, Variables>>;
}

/** What a reply is written into, in one language: its article's steps by heading. */
export type StepsBySlug = (slug: string, language: Language) => readonly StepsUnder[];

/** A reply of a file, with its article's steps and the deployment's values in place. */
export function prepareReply(reply: Reply, steps: StepsBySlug, settings: ReplySettings): PreparedReply {
  const { id, article, use } = reply;
  const text = (language: Language): string => {
    const found = steps(article, language).find(({ heading }) => heading === reply.steps?.[language]);
    const lines = (found?.steps ?? []).map((step, i) => `${i + 1}. ${step}`).join('\n');
    const body = fillIn(reply.body[language], { steps: lines }, language);
    return frameText(body.trim(), article, language, settings);
  };
  return {
    id,
    article,
    use: { en: settled(use.en, 'en', settings), 'zh-CN': settled(use['zh-CN'], 'zh-CN', settings) },
    variables: Object.entries(reply.variables).map(([name, variable]) => ({ name, ...variable })),
    text: { en: text('en'), 'zh-CN': text('zh-CN') },
  };
}

/** A body with greeting, the article's link in the reader's language, and sign-off. */
export function frameText(
  body: string,
  article: string,
  language: Language,
  settings: ReplySettings,
): string {
  const { greeting, readMore, signOff } = settings.frames[language];
  const parts = [greeting, body, ...(body.includes('{link}') ? [] : [readMore]), signOff];
  const linked = fillIn(parts.join('\n\n'), { link: permalink(settings.site, article, language) }, language);
  return settled(withPermalinks(linked, language, settings), language, settings);
}

/** The deployment's variables filled in. */
function settled(text: string, language: Language, { variables }: ReplySettings): string {
  return fillIn(text, variables[language], language);
}

/** Links to articles, `[words](/card/pin-blocked/)`, as whole addresses in the reader's language. */
export const ARTICLE_LINK = /\]\(\/([a-z0-9][a-z0-9/-]*[a-z0-9])\/\)/g;

function withPermalinks(text: string, language: Language, { site }: ReplySettings): string {
  return text.replace(ARTICLE_LINK, (_, slug: string) => `](${permalink(site, slug, language)})`);
}
