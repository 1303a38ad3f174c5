/** A reply's text with a line behind its greeting: what is known of an incident comes before what the article says. */
export function withNotice(text: string, greeting: string, notice: string | undefined): string {
  if (notice === undefined) return text;
  const head = `${greeting}\n\n`;
  return greeting !== '' && text.startsWith(head)
    ? `${head}${notice}\n\n${text.slice(head.length)}`
    : `${notice}\n\n${text}`;
}
