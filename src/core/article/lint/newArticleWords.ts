import type { Language } from '../language.ts';

/** Headings with what belongs below them. */
export type Sections = readonly (readonly [heading: string, text: string])[];

export interface TemplateWords {
  readonly description: string;
  readonly audience: Readonly<Record<'article' | 'runbook', string>>;
  readonly question: (slug: string, number: number, by: 'article' | 'runbook') => string;
  /** Fields that a runbook may have, commented out: the signals stand on the English page for both. */
  readonly fieldsOfRunbook: string;
  readonly opening: string;
  readonly openingOfRunbook: string;
  readonly sections: Readonly<Record<'faq' | 'guide', Sections>>;
  readonly runbook: readonly string[];
}

/** What a new article says before anybody has written it. It passes the lint, so that only what is to be written is left. */
export const TEMPLATE_WORDS: Readonly<Record<Language, TemplateWords>> = {
  en: {
    description: 'TODO: one sentence that gives the gist of the answer.',
    audience: {
      article: 'public when it is ready, in both languages',
      runbook: 'always: a runbook is never public',
    },
    question: (slug, number, by) =>
      `TODO: question ${number} about ${slug}, as ${by === 'runbook' ? 'an agent' : 'a reader'} asks it?`,
    fieldsOfRunbook: `# replies: [card-declined] # what agents send, by the names of the files in content/replies
# signals: # queries that the page links to; each stands in a code block below, to the letter
#   - id: errors
#     tool: grafana # grafana, datadog or kibana
#     title: { en: 'What it shows', zh-CN: '看什么' }
#     query: 'sum(rate(errors_total[5m]))'
#     threshold: { en: 'From when on it is bad.', zh-CN: '到多少算异常。' }
`,
    opening: 'TODO: answer the title in one or two sentences, in at most 60 words.',
    openingOfRunbook: 'TODO: say what this runbook is for and what stands at its end, in at most 60 words.',
    sections: {
      faq: [
        ['How to check', '1. Open TODO. You see TODO.\n2. Compare it with the list below.'],
        ['What to do', '1. Open TODO. You see TODO.\n2. Check that TODO.'],
        ['Why this happens', 'TODO: in two or three sentences.'],
        ['What cannot be undone', '- TODO: what stays as it is.'],
        [
          'When to contact support',
          'Use the [contact form](/contact/) and bring:\n\n- TODO: what support needs.\n\nNever send your recovery phrase, a private key, a password or a code.',
        ],
      ],
      guide: [
        ['Before you start', '- TODO: what is needed.'],
        ['What to do', '1. Open TODO. You see TODO.\n2. Check that TODO.'],
        ['If something goes wrong', 'TODO: what one sees, what it means, what to do.'],
        ['What cannot be undone', '- TODO: what stays as it is.'],
        [
          'When to contact support',
          'Use the [contact form](/contact/) and bring:\n\n- TODO: what support needs.\n\nNever send your recovery phrase, a private key, a password or a code.',
        ],
      ],
    },
    runbook: [
      '- TODO: what is seen or reported. Say also when not to use it.',
      'Owner: TODO. Severity: sev4 until you know more, by the [matrix](/runbooks/incidents/severity/).',
      'TODO: what to look at in Grafana, Datadog or Kibana, with the query:\n\n```text\nservice : "TODO"\n```',
      '1. **Check TODO.** If TODO, then TODO. If not, go on.\n2. **Decide TODO.** If TODO, then TODO.',
      '> TODO: what to write, without a cause, a name or a time that nobody knows. More on this: [TODO](/contact/).',
      '- TODO: to whom, and with what.',
      'TODO: how to take it back, and what stays.',
    ],
  },
  'zh-CN': {
    description: '待写：用一句话说出答案的要点。',
    audience: { article: '写完后，中英文都改成 public', runbook: '手册只给内部看' },
    question: (slug, number, by) =>
      `待写：${by === 'runbook' ? '客服' : '用户'}会怎么问 ${slug}（第 ${number} 个）？`,
    fieldsOfRunbook:
      '# replies: [card-declined] # 可以发给用户的回复，写 content/replies 里的文件名，和英文页一致\n',
    opening: '待写：用一两句话回答标题，不超过 120 个字。',
    openingOfRunbook: '待写：这份手册用来做什么，做完应该得到什么，不超过 120 个字。',
    sections: {
      faq: [
        ['怎么检查', '1. 打开待写的页面。你会看到待写的内容。\n2. 对照下面的清单。'],
        ['怎么处理', '1. 打开待写的页面。你会看到待写的内容。\n2. 确认待写的结果。'],
        ['为什么会这样', '待写：两三句话。'],
        ['哪些无法挽回', '- 待写：哪些改不回来。'],
        [
          '什么时候联系客服',
          '请用[联系表单](/zh-cn/contact/)告诉我们，并附上：\n\n- 待写：客服需要什么。\n\n不要发送助记词、私钥、密码或验证码。',
        ],
      ],
      guide: [
        ['开始之前', '- 待写：需要准备什么。'],
        ['怎么操作', '1. 打开待写的页面。你会看到待写的内容。\n2. 确认待写的结果。'],
        ['出了问题怎么办', '待写：看到什么，说明什么，怎么办。'],
        ['哪些无法挽回', '- 待写：哪些改不回来。'],
        [
          '什么时候联系客服',
          '请用[联系表单](/zh-cn/contact/)告诉我们，并附上：\n\n- 待写：客服需要什么。\n\n不要发送助记词、私钥、密码或验证码。',
        ],
      ],
    },
    runbook: [
      '- 待写：看到或收到什么时用。也写明什么时候不用。',
      '负责团队：待写。级别：情况不明时先按 sev4，见[事故级别表](/zh-cn/runbooks/incidents/severity/)。',
      '待写：在 Grafana、Datadog 或 Kibana 里看什么，附查询：\n\n```text\nservice : "TODO"\n```',
      '1. **检查待写的内容**。如果待写，就待写；不是就继续。\n2. **决定待写的事**。如果待写，就待写。',
      '> 待写：怎么回复。不写没查清的原因、人名和时间。更多说明：[待写](/zh-cn/contact/)。',
      '- 待写：找谁，带什么。',
      '待写：怎么撤回，哪些撤不回。',
    ],
  },
};
