import { visit } from 'unist-util-visit';
import { excerpt, HAN } from '../words.ts';
import type { PageRule } from '../rule.ts';

/** Who does not see a picture is told in the page's language what is on it. */
export const imageText: PageRule = {
  kind: 'page',
  id: 'image-text',
  check({ tree, bodyStart, language }) {
    const findings: { at: number; severity: 'error'; message: string }[] = [];
    const find = (at: number, message: string): void => {
      findings.push({ at, severity: 'error', message });
    };
    visit(tree, (node) => {
      const at = bodyStart + (node.position?.start.offset ?? 0);
      if (node.type === 'html' && /<img\b(?![^>]*\balt=["'][^"']+["'])/i.test(node.value))
        find(at, 'This picture has no alternative text. Write it as ![what is on it](address).');
      if (node.type !== 'image' && node.type !== 'imageReference') return;
      const alt = node.alt?.trim() ?? '';
      const isChinese = HAN.test(alt);
      if (alt === '')
        find(
          at,
          'This picture has no alternative text. Say between the brackets what is on it: ![what is on it](address).',
        );
      else if (
        /^(?:image|picture|screenshot|photo|图片|截图|图)$/i.test(alt) ||
        /\.(?:png|jpe?g|svg|webp|gif)$/i.test(alt)
      )
        find(at, `"${alt}" does not say what is on the picture. Say what a reader should see in it.`);
      else if (language === 'zh-CN' && !isChinese)
        find(
          at,
          `The alternative text "${excerpt(alt)}" is not in Chinese. Translate it, and the words in the picture.`,
        );
      else if (language === 'en' && isChinese)
        find(
          at,
          `The alternative text "${excerpt(alt)}" is not in English. Translate it, and the words in the picture.`,
        );
    });
    return findings;
  },
};
