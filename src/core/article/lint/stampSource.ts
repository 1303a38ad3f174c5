import type { TranslationSource } from '../translationSource.ts';

const FRONT_MATTER = /^(\uFEFF?---[ \t]*\r?\n[\s\S]*?)(---[ \t]*(?:\r?\n|$))/;
const SOURCE = /^source:.*(?:\r?\n|$)(?:[ \t]+\S.*(?:\r?\n|$))*/m;

/**
 * A translation's file with what it was made from as the last field of its front matter. Hashes are in quotes, since YAML
 * reads 12e456789012 as a number.
 */
export function stampSource(text: string, source: TranslationSource): string {
  const [, frontMatter = '', fence = ''] = FRONT_MATTER.exec(text) ?? [];
  if (frontMatter === '') return text;
  const lineBreak = frontMatter.includes('\r\n') ? '\r\n' : '\n';
  const lines =
    typeof source === 'string'
      ? [`source: '${source}'`]
      : ['source:', ...Object.entries(source).map(([name, hash]) => `  ${keyOf(name)}: '${hash}'`)];
  const stamped = `${frontMatter.replace(SOURCE, '')}${lines.join(lineBreak)}${lineBreak}`;
  return stamped + fence + text.slice(frontMatter.length + fence.length);
}

/** A translation's file without what it was made from: what its translator has written. */
export function withoutSource(text: string): string {
  const [, frontMatter = '', fence = ''] = FRONT_MATTER.exec(text) ?? [];
  return frontMatter.replace(SOURCE, '') + fence + text.slice(frontMatter.length + fence.length);
}

/** An anchor as a key of YAML: quoted unless it can be nothing but text. */
function keyOf(name: string): string {
  return /^[(a-z][a-z -]*\)?$/.test(name) && !/^(?:true|false|yes|no|on|off|null|y|n)$/.test(name)
    ? name
    : `'${name.replaceAll("'", "''")}'`;
}
