/**
 * A text in which nothing can be clicked and no program finds a link: `https://` becomes `hxxps://`, a dot within a name
 * `[.]`, @ `[at]`. Doing it twice changes nothing more.
 */
export function defang(text: string): string {
  return text
    .replace(/\bh(tt)(ps?)(?=:|\[:)/gi, 'hxx$2')
    .replace(/(?<=[\p{L}\p{N}])[.。｡](?=[\p{L}\p{N}])/gu, '[.]')
    .replace(/@/g, '[at]');
}
