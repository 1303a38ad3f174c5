import type { Language } from '../language.ts';

/** What every runbook says, in this order, and how the heading of each section begins. */
export interface RunbookSection {
  readonly id: 'when' | 'owner' | 'signals' | 'steps' | 'tell' | 'escalate' | 'undo';
  readonly what: string;
  readonly heading: Readonly<Record<Language, RegExp>>;
  /** The heading to write if there is none. */
  readonly example: Readonly<Record<Language, string>>;
}

export const RUNBOOK_SECTIONS: readonly RunbookSection[] = [
  {
    id: 'when',
    what: 'when to use it',
    heading: { en: /^when to use/i, 'zh-CN': /^(?:什么时候用|何时使用|什么情况)/ },
    example: { en: 'When to use it', 'zh-CN': '什么时候用' },
  },
  {
    id: 'owner',
    what: 'who owns it, and how severe it is',
    heading: { en: /^owner\b.*\bseverity/i, 'zh-CN': /^负责人.*级别/ },
    example: { en: 'Owner and severity', 'zh-CN': '负责人与级别' },
  },
  {
    id: 'signals',
    what: 'what to look at',
    heading: { en: /^signals/i, 'zh-CN': /^(?:看哪些信号|信号)/ },
    example: { en: 'Signals', 'zh-CN': '看哪些信号' },
  },
  {
    id: 'steps',
    what: 'the steps',
    heading: { en: /^steps/i, 'zh-CN': /^步骤/ },
    example: { en: 'Steps', 'zh-CN': '步骤' },
  },
  {
    id: 'tell',
    what: 'what to tell the customer',
    heading: { en: /^what to tell/i, 'zh-CN': /^怎么(?:回复|告知|告诉)/ },
    example: { en: 'What to tell the customer', 'zh-CN': '怎么回复用户' },
  },
  {
    id: 'escalate',
    what: 'when to escalate, and with what',
    heading: { en: /^when to escalate/i, 'zh-CN': /^什么时候升级/ },
    example: { en: 'When to escalate, and with what', 'zh-CN': '什么时候升级，带什么' },
  },
  {
    id: 'undo',
    what: 'how to undo it',
    heading: { en: /^how to undo/i, 'zh-CN': /^(?:如何|怎么)(?:撤回|撤销|恢复|回退)/ },
    example: { en: 'How to undo', 'zh-CN': '如何撤回' },
  },
];
