import type { Audience } from '../../src/core/article/edition.ts';
import { splitLocale } from '../../src/core/article/language.ts';
import type { ContentFile } from '../../src/core/article/lint/inspect.ts';

/**
 * Who may read each article, by slug, as the English files say. Without parsing them: those that cannot be read are
 * reported by themselves.
 */
export function audiencesOf(
  files: readonly Pick<ContentFile, 'kind' | 'id' | 'text'>[],
): ReadonlyMap<string, Audience> {
  return new Map(
    files.flatMap(({ kind, id, text }) => {
      const audience = /^audience:[ \t]*['"]?(public|internal)\b/m.exec(text ?? '')?.[1];
      const { slug, language } = splitLocale(id);
      return kind === 'article' && language === 'en' && audience !== undefined
        ? [[slug, audience as Audience] as const]
        : [];
    }),
  );
}
