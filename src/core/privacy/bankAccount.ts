import { patternFinder } from './pattern.ts';

const SAYS = String.raw`(?:\s?(?:number|no\.?|num|#))?(?:\s?(?:is|was|[:=#]|是|为))?[\s:：]{0,3}`;
const BANK = String.raw`(?:sort\scode|routing|aba|bsb|ifsc|swift|bic)`;

/**
 * Numbers of bank accounts without check digits, which only the words beside them tell: after a sort code or the like, where
 * they are said to be one, and what Chinese calls 账号 or, though no card's check digit fits, 卡号.
 */
export const findBankAccounts = patternFinder(
  'bank-account',
  new RegExp(
    [
      String.raw`(?<![a-z])${BANK}[^\r\n]{1,24}?(?:account|acct|acc|a/c)${SAYS}(?<coded>\d[\d -]{4,18}\d)(?!\d|\.\d)`,
      String.raw`(?<![a-z])(?:bank\s(?:account|acct)|account\s(?:number|no\.?|num|#)|acct\s?(?:number|no\.?|#)|a/c\s?(?:number|no\.?|#)?|iban)${SAYS}(?<said>\d[\d -]{4,20}\d)(?!\d|\.\d)`,
      String.raw`(?:银行[账帐][号户]|收款[账帐][号户]|提现[账帐][号户]|对公[账帐][号户]|开户[账帐]号|银行卡(?:号码?)?|卡号|储蓄卡(?:号码?)?|銀行[帳賬][號戶])${SAYS}(?<chinese>\d(?:[ -]?\d){9,20})(?!\d|\.\d)`,
    ].join('|'),
    'dgu',
  ),
);
