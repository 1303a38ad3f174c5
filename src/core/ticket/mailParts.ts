/** What mail programs mark as a signature or as the mail that is answered, by the class or the id of the element. */
const PART =
  /<(div|span|blockquote|p|table|section)\b(?=[^<>]{0,600}\b(?:class|id)\s*=\s*(?:"[^"<>]{0,300}|'[^'<>]{0,300})(?<![\w-])(?:gmail_signature(?:_prefix)?|gmail_quote(?:_container)?|gmail_extra|yahoo_quoted|ydp[\w-]{0,20}yahoo_quoted|moz-signature|moz-cite-prefix|AppleMailSignature|x_AppleMailSignature|ms-outlook-mobile-signature|Signature|protonmail_signature_block|protonmail_quote|zmail_extra|tutanota_quote|qmbox|ntes-mailmaster-quote|mail-editor-reference-message-container|mail_quote|mail_signature|foxmail_signature|netease_mail_footer)(?![\w-]))[^<>]{0,900}>/i;
/** Outlook puts a mark where the older mail begins, and that mail after it. */
const REST =
  /<(?:div|span|hr)\b[^<>]{0,300}\bid\s*=\s*["']?(?:x_)?(?:divRplyFwdMsg|appendonsend|OLK_SRC_BODY_SECTION|stopSpelling)\b[^<>]{0,300}>/i;
/** A mail has a handful. */
const MOST_PARTS = 20;

/** HTML without the elements that mail programs mark as signatures and quoted mail. Elements that are never closed end with the text. */
export function withoutMailParts(html: string): string {
  let rest = html;
  const outlook = REST.exec(rest);
  if (outlook) rest = rest.slice(0, outlook.index);
  for (let parts = 0; parts < MOST_PARTS; parts++) {
    const part = PART.exec(rest);
    if (!part) break;
    rest = rest.slice(0, part.index) + rest.slice(endOfElement(rest, part.index, part[1]!));
  }
  return rest;
}

/** Where an element ends, counting those of its name within it. */
function endOfElement(html: string, start: number, name: string): number {
  const tags = new RegExp(String.raw`<(/?)${name}\b[^<>]*>`, 'gi');
  tags.lastIndex = start;
  let depth = 0;
  for (let tag = tags.exec(html); tag; tag = tags.exec(html)) {
    depth += tag[1] === '' ? 1 : -1;
    if (depth === 0) return tags.lastIndex;
  }
  return html.length;
}
