import type { Nodes } from 'mdast';
import { excerpt, HAN } from '../words.ts';
import type { PageRule } from '../rule.ts';

/** Who does not see a picture is told in the page's language what is on it. */
export const imageText: PageRule = {
  kind: 'page',
  id: 'image-text',
  check({ nodes, bodyStart, language }) {
    const findings: { at: number; severity: 'error'; message: string }[] = [];
    const find = ({ position }: Nodes, message: string): void => {
      findings.push({ at: bodyStart + (position?.start.offset ?? 0), severity: 'error', message });
    };
    for (const node of nodes('html'))
      if (/<img\b(?![^>]*\balt=["'][^"']+["'])/i.test(node.value))
        find(node, 'This picture has no alternative text. Write it as ![what is on it](address).');
    for (const node of [...nodes('image'), ...nodes('imageReference')]) {
      const alt = node.alt?.trim() ?? '';
      const isChinese = HAN.test(alt);
      if (alt === '')
        find(
          node,
          'This picture has no alternative text. Say between the brackets what is on it: ![what is on it](address).',
        );
      else if (
        /^(?:image|picture|screenshot|photo|图片|截图|图)$/i.test(alt) ||
        /\.(?:png|jpe?g|svg|webp|gif)$/i.test(alt)
      )
        find(node, `"${alt}" does not say what is on the picture. Say what a reader should see in it.`);
      else if (language === 'zh-CN' && !isChinese)
        find(
          node,
          `The alternative text "${excerpt(alt)}" is not in Chinese. Translate it, and the words in the picture.`,
        );
      else if (language === 'en' && isChinese)
        find(
          node,
          `The alternative text "${excerpt(alt)}" is not in English. Translate it, and the words in the picture.`,
        );
    }
    return findings;
  },
};
