import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { ArticleSource } from './article.ts';

/** The first 12 hex digits of SHA-256: enough to tell versions of one page, or files of one build, apart. */
export function shortHash(content: string | Uint8Array): string {
  return bytesToHex(sha256(typeof content === 'string' ? utf8ToBytes(content) : content)).slice(0, 12);
}

/** What a translation was made from: the English words a reader sees, whatever the white space around them. */
export function sourceHash(source: ArticleSource): string {
  const { title, description, questions } = source.frontMatter;
  const words = [title, description, ...questions, source.body].join('\n').replace(/\s+/g, ' ').trim();
  return shortHash(words);
}
