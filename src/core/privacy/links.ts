/** An address of the web; the protocol is often left out where something follows the host. */
const LINK =
  /(?<host>(?:https?|ftp):\/\/[^\s/?#<>"'，。；、）)\]}]{1,200})[/?#](?:\([^\s()]{0,200}\)|[^\s<>"'，。；、)）\]])*|(?<![\w@./-])(?<bare>(?:[a-z0-9-]{1,63}\.){1,5}(?:com|net|org|io|co|app|dev|me|gg|cn|uk|de|fr|eu|us|ly|xyz|info|link|site|example|test))[/?#](?:\([^\s()]{0,200}\)|[^\s<>"'，。；、)）\]])*/giu;

/**
 * A text whose links lead to a host and no further: what follows it may be a token, an order, a document.
 * @param which `bare` leaves those with a protocol as they are
 */
export function withoutPaths(text: string, which: 'all' | 'bare' = 'all'): string {
  if (!/[\w-][/?#]/.test(text)) return text;
  return text.replace(LINK, (whole: string, host: string | undefined, bare: string | undefined) => {
    if (host === undefined) return bare!;
    // Before an @ stand a name and a password.
    return which === 'bare' ? whole : host.replace(/\/\/[^@]*@/, '//');
  });
}
