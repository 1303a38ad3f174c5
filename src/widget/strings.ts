import type { Language } from '../core/article/language.ts';
import type { SecretKind } from '../core/privacy/secret.ts';

export interface Strings {
  readonly heading: string;
  readonly urgentHeading: string;
  readonly loading: string;
  readonly abstained: string;
  readonly announce: (count: number) => string;
  readonly open: string;
  readonly inOtherLanguage: string;
  readonly solvedButton: string;
  readonly stillButton: string;
  readonly solved: string;
  readonly solvedAnother: string;
  readonly dismissed: string;
  readonly showAgain: string;
  readonly blocked: (kinds: string) => string;
  readonly blockedWhyWallet: string;
  readonly blockedWhyOther: string;
  readonly blockedAction: string;
  readonly blockedLinkWallet: string;
  readonly blockedLinkOther: string;
  readonly secrets: Readonly<Record<SecretKind, string>>;
  readonly sending: string;
  readonly sent: string;
  readonly sentByMail: string;
  readonly sendFailed: string;
  readonly orWriteTo: string;
  readonly copy: string;
  readonly copied: string;
}

export const STRINGS: Readonly<Record<Language, Strings>> = {
  en: {
    heading: 'This may answer it',
    urgentHeading: 'Do this now',
    loading: 'Looking for an answer on your device …',
    abstained: 'No article fits. Go on and send: a person will read it.',
    announce: (count) =>
      count === 1 ? 'One article may answer your question.' : `${count} articles may answer your question.`,
    open: 'opens in a new tab',
    inOtherLanguage: 'In Chinese',
    solvedButton: 'This solved it',
    stillButton: 'I still need help',
    solved: 'Good to hear. You need not send anything.',
    solvedAnother: 'Ask something else',
    dismissed: 'All right. Finish the form below; a person will read it.',
    showAgain: 'Show the articles again',
    blocked: (kinds) => `Your text seems to contain ${kinds}. It will not be sent.`,
    blockedWhyWallet:
      'Whoever has these words has your money. We never need them. Please delete them from the text. If anybody else has seen them, act now:',
    blockedWhyOther:
      'Whoever has this can use it in your name. We never need it. Please delete it from the text. If anybody else has seen it, freeze the card or change the password now, and read:',
    blockedAction: 'Delete it from my text',
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
    sending: 'Sending …',
    sent: 'Sent. Thank you: a person will answer you by email. We will never ask for your recovery phrase.',
    sentByMail: 'Your mail program opens with the message. Press send there; if nothing opened, write to',
    sendFailed: 'The message could not be sent. Your text is still here: try again in a moment.',
    orWriteTo: 'Or write to',
    copy: 'Copy my message',
    copied: 'Copied.',
  },
  'zh-CN': {
    heading: '这些也许能解决你的问题',
    urgentHeading: '请先这样做',
    loading: '正在你的设备上查找答案……',
    abstained: '没有找到合适的文章。请继续填写并发送，会有人工来看。',
    announce: (count) => `有 ${count} 篇文章也许能解决你的问题。`,
    open: '在新标签页打开',
    inOtherLanguage: '英文',
    solvedButton: '问题解决了',
    stillButton: '还是需要帮助',
    solved: '太好了，不用再发送了。',
    solvedAnother: '再问一个问题',
    dismissed: '好的，请填完下面的表单，会有人工来看。',
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
    sending: '正在发送……',
    sent: '已发送，谢谢。我们会用邮件回复你，绝不会向你索要助记词。',
    sentByMail: '你的邮件程序会打开这封邮件，请在那里点发送；如果没有打开，请写信到',
    sendFailed: '没有发送成功，你写的内容还在，请稍后再试一次。',
    orWriteTo: '也可以写信到',
    copy: '复制我写的内容',
    copied: '已复制。',
  },
};
