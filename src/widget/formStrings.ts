import type { Language } from '../core/article/language.ts';
import type { Problem } from '../core/deflection/issueType.ts';

export interface FormStrings {
  readonly sending: string;
  readonly slow: string;
  readonly stop: string;
  readonly sent: (reference: string) => string;
  readonly reference: (reference: string) => string;
  readonly next: string;
  readonly never: string;
  readonly channels: string;
  readonly official: string;
  readonly openedMail: string;
  readonly noMail: string;
  readonly remainder: (isCopied: boolean) => string;
  readonly copiedAll: string;
  /** Something at a field is to be mended. */
  readonly refused: string;
  /** Nobody here can mend it. */
  readonly notTaken: string;
  readonly answered: (status: number) => string;
  /** What a server said, in whatever language it speaks. */
  readonly said: (sentence: string) => string;
  readonly notDelivered: string;
  readonly mayHaveArrived: string;
  readonly retryAfter: (seconds: number) => string;
  readonly tryAgain: string;
  readonly mail: string;
  readonly explorer: string;
  readonly trap: string;
  /** A sentence for each field that can be wrong; `''` stands for any other. */
  readonly problems: Readonly<Record<Problem, Readonly<Record<string, string>>>>;
}

export const FORM_STRINGS: Readonly<Record<Language, FormStrings>> = {
  en: {
    sending: 'Sending …',
    slow: 'It takes longer than usual. You can wait, or go another way.',
    stop: 'Stop',
    sent: (reference) => `Sent. Your reference: ${reference}`,
    reference: (reference) => `Your reference: ${reference}`,
    next: 'A person will read it and answer by email.',
    never:
      'Support will never ask for your recovery phrase, password or codes. Whoever does is trying to rob you.',
    channels: 'These are our only channels:',
    official: 'Check whether a message is really from us',
    openedMail: 'Your mail program opens with the message. It is sent when you press send there.',
    noMail: 'Nothing opened? Copy the message and write to',
    remainder: (isCopied) =>
      isCopied
        ? 'It was too long for a mail link: the rest is on your clipboard. Paste it at the end.'
        : 'It was too long for a mail link. Copy the rest and paste it at the end.',
    copiedAll: 'Your message is on the clipboard. Paste it wherever you reach us.',
    refused: 'Not sent yet: something needs another look.',
    notTaken: 'Your message was not accepted. It is still here.',
    answered: (status) => `The answer was an error (${status}).`,
    said: (sentence) => `The answer was: “${sentence}”`,
    notDelivered: 'Your message could not be sent. It is still here, and nothing is lost.',
    mayHaveArrived:
      'We cannot tell whether your message arrived. It is still here. Wait for our confirmation before you send it again, or send it by email and say so.',
    retryAfter: (seconds) =>
      `There is too much to do right now. Please try again in ${seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`}.`,
    tryAgain: 'Try again',
    mail: 'Send it by email',
    explorer: 'Look it up in the explorer',
    trap: 'A hidden field of this form had been filled in, perhaps by your browser. It is empty again: please send once more.',
    problems: {
      required: {
        '': 'Please fill this in.',
        description: 'Please say what happened.',
        email: 'We need an address to answer to.',
        network: 'On which network? The hash alone does not say.',
      },
      invalid: {
        '': 'This does not look right.',
        email: 'This does not look like an email address.',
        transactionHash:
          'This does not look like a transaction hash of that network. You may leave it empty.',
        cardLastFour: 'Only the last four digits, please. Never the whole number.',
      },
      'too-long': { '': 'This is too long.' },
    },
  },
  'zh-CN': {
    sending: '正在发送……',
    slow: '比平时慢。可以再等等，也可以换个方式。',
    stop: '停止',
    sent: (reference) => `已发送，你的编号是 ${reference}`,
    reference: (reference) => `你的编号是 ${reference}`,
    next: '会有人工来看，并用邮件回复你。',
    never: '客服绝不会问你要助记词、密码或验证码。谁来要，谁就是骗子。',
    channels: '我们的官方渠道只有这些：',
    official: '核实一条消息是不是我们发的',
    openedMail: '你的邮件程序会打开这封邮件，在那里点发送才算发出。',
    noMail: '没有打开？请复制内容，写信到',
    remainder: (isCopied) =>
      isCopied
        ? '内容太长，邮件里放不下，剩下的已经复制好了，请粘贴在末尾。'
        : '内容太长，邮件里放不下。请复制剩下的部分，粘贴在末尾。',
    copiedAll: '你写的内容已经复制好了，粘贴到联系我们的地方就行。',
    refused: '还没有发送，有地方需要再看一下。',
    notTaken: '没有被接受，你写的内容还在。',
    answered: (status) => `对方返回了错误（${status}）。`,
    said: (sentence) => `对方的答复：“${sentence}”`,
    notDelivered: '没有发送成功。你写的内容还在，没有丢。',
    mayHaveArrived:
      '不确定有没有发送成功。你写的内容还在。请先等等我们的确认，不要马上重发；也可以改用邮件，并说明情况。',
    retryAfter: (seconds) =>
      `现在太忙了，请在 ${seconds < 90 ? `${seconds} 秒` : `${Math.ceil(seconds / 60)} 分钟`}后再试。`,
    tryAgain: '再试一次',
    mail: '改用邮件发送',
    explorer: '在区块浏览器里查看',
    trap: '表单里有一个看不见的栏目被填了内容，可能是浏览器自动填的。现在已经清空，请再发送一次。',
    problems: {
      required: {
        '': '请填写这一项。',
        description: '请写一下发生了什么。',
        email: '请留下邮箱，我们好回复你。',
        network: '是哪个网络？只看哈希分不出来。',
      },
      invalid: {
        '': '这里好像填得不对。',
        email: '这不像一个邮箱地址。',
        transactionHash: '这不像这个网络的交易哈希。不确定可以不填。',
        cardLastFour: '只要卡号后四位，不要填完整卡号。',
      },
      'too-long': { '': '太长了。' },
    },
  },
};
