/** The headers of a mail that say who wrote it and why; keys in lower case, the first of each. */
export type MailHeaders = ReadonlyMap<string, string>;

const AUTOMATIC_SUBJECT =
  /^(?:re:\s*|回复[:：]\s*)?(?:\[?(?:auto(?:matic)?[- ]?(?:reply|response|antwort)|out of (?:the )?office|away from (?:the )?office|on (?:annual|maternity) leave|abwesenheits\w*|réponse automatique|respuesta automática)\b|自动(?:回复|答复)|系统自动回复|自動(?:回覆|回信)|外出|不在办公室|休假(?:中|自动)|read: |已读[:：]|delivered: |not read: )/i;
const BOUNCE_SUBJECT =
  /undeliver(?:ed|able)|delivery (?:status notification|(?:has )?failed|failure|incomplete)|mail delivery (?:failed|subsystem|system)|returned mail|failure notice|message (?:not delivered|blocked)|退信|投递(?:失败|状态)|无法投递|未送达|郵件.{0,6}(?:退回|失敗)|邮件.{0,6}(?:退回|失败)/i;
const DAEMON = /^(?:mailer-?daemon|postmaster|mail\.?daemon|double-?bounce)(?:$|@)/i;

/**
 * Whether a program wrote a mail: bounces and receipts (RFC 3464, RFC 3798), automatic replies (RFC 3834), newsletters
 * (`Precedence: bulk`). Answers that a help desk sends for its agents are marked as generated too, but they answer
 * somebody: those count as mail. A group's `Precedence: list` is what people wrote.
 */
export function isAutomaticMail(headers: MailHeaders, sender: string, subject: string): boolean {
  const contentType = (headers.get('content-type') ?? '').toLowerCase();
  if (contentType.startsWith('multipart/report')) return true;
  if (headers.has('x-failed-recipients') || DAEMON.test(sender)) return true;
  const returnPath = headers.get('return-path')?.trim();
  if (returnPath === '<>' && (BOUNCE_SUBJECT.test(subject) || AUTOMATIC_SUBJECT.test(subject))) return true;
  if (headers.has('x-autoreply') || headers.has('x-autorespond') || headers.has('x-autoresponder'))
    return true;
  if (AUTOMATIC_SUBJECT.test(subject)) return true;
  const submitted = (headers.get('auto-submitted') ?? 'no').toLowerCase();
  if (/^auto-(?:replied|notified)/.test(submitted)) return true;
  const answers = headers.has('in-reply-to') || headers.has('references');
  if (submitted.startsWith('auto-') && !answers) return true;
  return /^(?:bulk|junk|auto_reply)$/i.test((headers.get('precedence') ?? '').trim()) && !answers;
}
