/**
 * Lower case and half width, unit for unit, so that a position in the folded text is the same position in the
 * original. (NFKC would do more, and move everything.)
 */
export function fold(text: string): string {
  return text.replace(/[A-Z\uFF01-\uFF5E\u3000]/g, (unit) => {
    const code = unit.charCodeAt(0);
    if (code === 0x3000) return ' ';
    return (code >= 0xff01 ? String.fromCharCode(code - 0xfee0) : unit).toLowerCase();
  });
}
