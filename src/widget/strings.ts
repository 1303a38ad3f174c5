import type { Language } from '../core/article/language.ts';
import type { RejectionReason } from '../core/deflection/deflection.ts';
import type { SecretKind } from '../core/privacy/secret.ts';

export interface Strings {
  readonly heading: string;
  readonly urgentHeading: string;
  readonly loading: string;
  readonly abstained: string;
  readonly failed: string;
  readonly announce: (count: number) => string;
  /** On a bar at the edge of a phone: that there are articles out of sight, and a press that shows them. */
  readonly waiting: (count: number) => string;
  readonly show: string;
  readonly openHere: string;
  readonly openTab: string;
  readonly openTabLabel: (title: string) => string;
  readonly back: string;
  readonly readingFailed: string;
  /** `when`: "5 days ago", in the reader's words. */
  readonly checked: (when: string) => string;
  readonly languages: Readonly<Record<Language, string>>;
  readonly solvedButton: string;
  readonly rejectButton: string;
  readonly continueButton: string;
  readonly solved: string;
  readonly solvedAnother: string;
  readonly rejected: string;
  readonly why: string;
  readonly reasons: Readonly<Record<RejectionReason, string>>;
  readonly thanks: string;
  readonly continued: string;
  readonly showAgain: string;
  readonly blocked: (kinds: string) => string;
  readonly blockedWhyWallet: string;
  readonly blockedWhyOther: string;
  readonly blockedAction: string;
  readonly blockedLinkWallet: string;
  readonly blockedLinkOther: string;
  readonly secrets: Readonly<Record<SecretKind, string>>;
  readonly checking: string;
  readonly unavailable: string;
  readonly copy: string;
  readonly copied: string;
  readonly copyFailed: string;
  readonly verify: string;
  readonly loadingRest: (loaded: string, total: string) => string;
  readonly sparing: string;
  readonly loadRest: (size: string) => string;
}

export const STRINGS: Readonly<Record<Language, Strings>> = {
  en: {
    heading: 'This may answer it',
    urgentHeading: 'Do this now',
    loading: 'Looking for an answer on your device …',
    abstained: 'No article fits. Go on and send: a person will read it.',
    failed: 'No suggestions right now. Go on and send: a person will read it.',
    announce: (count) =>
      count === 1 ? 'One article may answer your question.' : `${count} articles may answer your question.`,
    waiting: (count) => (count === 1 ? '1 article may answer' : `${count} articles may answer`),
    show: 'Show',
    openHere: 'Open here',
    openTab: 'Open in a new tab',
    openTabLabel: (title) => `Open in a new tab: ${title}`,
    back: 'Back to the suggestions',
    readingFailed: 'Only this part is at hand right now:',
    checked: (when) => `Updated ${when}`,
    languages: { en: 'In English', 'zh-CN': 'In Chinese' },
    solvedButton: 'This solved it',
    rejectButton: 'Not what I need',
    continueButton: 'Continue to support',
    solved: 'Good to hear. You need not send anything.',
    solvedAnother: 'Ask something else',
    rejected: 'Sorry. Finish the form, and a person will read it.',
    why: 'What was wrong with them? You need not say.',
    reasons: {
      'not-related': 'Not related',
      'did-not-help': 'Related, but did not help',
      'out-of-date': 'Out of date',
    },
    thanks: 'Thank you. Finish the form, and a person will read it.',
    continued: 'Finish the form, and a person will read it.',
    showAgain: 'Show the articles again',
    blocked: (kinds) => `Your text seems to contain ${kinds}. It will not be sent.`,
    blockedWhyWallet:
      'Anyone who has these words has your money. We never need them. Please take them out of the text. If anybody else has seen them, act now:',
    blockedWhyOther:
      'Whoever has this can use it in your name. We never need it. Please take it out of the text. If anybody else has seen it, freeze the card or change the password now, and read:',
    blockedAction: 'Take it out of my text',
    blockedLinkWallet: 'What to do when a recovery phrase was exposed',
    blockedLinkOther: 'What to do after a scam',
    secrets: {
      'recovery-phrase': 'a recovery phrase',
      'private-key': 'a private key',
      'card-number': 'a card number',
      'card-security-code': 'a card security code',
      password: 'a password',
      'one-time-code': 'a one-time code',
    },
    checking: 'Checking that nothing secret is in it …',
    unavailable:
      'The form could not be sent from here: a part of this page did not load. Your text is still here. Try again in a moment, or copy it and write to us, without any recovery phrase, password or code.',
    copy: 'Copy my message',
    copied: 'Copied',
    copyFailed: 'Your browser did not allow copying. Select the text in the form and copy it.',
    verify: 'Is a message really from us? Check it here.',
    loadingRest: (loaded, total) => `Getting better answers: ${loaded} of ${total}`,
    sparing: 'To save data, answers are looked up by words only.',
    loadRest: (size) => `Get better answers (${size})`,
  },
  'zh-CN': {
    heading: '这些也许能解决你的问题',
    urgentHeading: '请先这样做',
    loading: '正在你的设备上查找答案……',
    abstained: '没有找到合适的文章。请继续填写并发送，会有人工来看。',
    failed: '暂时无法推荐文章。请继续填写并发送，会有人工来看。',
    announce: (count) => `有 ${count} 篇文章也许能解决你的问题。`,
    waiting: (count) => `有 ${count} 篇文章可能有答案`,
    show: '查看',
    openHere: '在这里看',
    openTab: '在新标签页打开',
    openTabLabel: (title) => `在新标签页打开：${title}`,
    back: '返回推荐的文章',
    readingFailed: '暂时只能看到这一部分：',
    checked: (when) => `${when}更新`,
    languages: { en: '英文', 'zh-CN': '中文' },
    solvedButton: '问题解决了',
    rejectButton: '不是我要的',
    continueButton: '继续联系客服',
    solved: '太好了，不用再发送了。',
    solvedAnother: '再问一个问题',
    rejected: '抱歉没帮上忙。请填完表单，会有人工来看。',
    why: '哪里不合适？可以不选。',
    reasons: { 'not-related': '不相关', 'did-not-help': '相关，但没解决', 'out-of-date': '内容过时了' },
    thanks: '谢谢反馈。请填完表单，会有人工来看。',
    continued: '请填完表单，会有人工来看。',
    showAgain: '再看看这些文章',
    blocked: (kinds) => `你写的内容里好像有${kinds}，不会发送出去。`,
    blockedWhyWallet:
      '谁拿到这些内容，谁就能拿走你的钱。我们从来不需要它们，请从文字里删掉。如果已经被别人看到，请立刻处理：',
    blockedWhyOther:
      '谁拿到这些内容，谁就能冒用你的名义。我们从来不需要它们，请从文字里删掉。如果已经被别人看到，请马上冻结卡片或修改密码，再看：',
    blockedAction: '从文字里删掉',
    blockedLinkWallet: '助记词泄露了怎么办',
    blockedLinkOther: '遇到骗子后该怎么办',
    secrets: {
      'recovery-phrase': '助记词',
      'private-key': '私钥',
      'card-number': '卡号',
      'card-security-code': '卡片安全码',
      password: '密码',
      'one-time-code': '验证码',
    },
    checking: '正在检查有没有不能发送的内容……',
    unavailable:
      '页面有一部分没有加载出来，暂时发不出去。你写的内容还在，请稍后再试，或者复制下来写信给我们，不要写助记词、密码和验证码。',
    copy: '复制我写的内容',
    copied: '已复制',
    copyFailed: '浏览器不允许复制，请在表单里选中文字自己复制。',
    verify: '收到的消息真是我们发的吗？在这里核实。',
    loadingRest: (loaded, total) => `正在加载更准确的答案：${loaded} / ${total}`,
    sparing: '为了省流量，目前只按字词查找答案。',
    loadRest: (size) => `加载更准确的答案（${size}）`,
  },
};
