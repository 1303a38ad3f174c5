import type { Nodes } from 'mdast';
import type { FileFinding, PageRule } from '../rule.ts';

const VARIABLE = /\{([a-zA-Z][a-zA-Z0-9]*)\}/g;

/** Every `{name}` is filled in, in both languages, and stands where it is filled in. */
export const variablesKnown: PageRule = {
  kind: 'page',
  id: 'variables',
  check({ frontMatter, nodes, bodyStart, language }, { variables }) {
    const findings: FileFinding[] = [];
    const known = Object.keys(variables[language]);
    const list = known.map((name) => `{${name}}`).join(', ');
    const elsewhere = language === 'en' ? 'zh-CN' : 'en';
    const find = ({ position }: Nodes, message: string): void => {
      findings.push({ at: bodyStart + (position?.start.offset ?? 0), severity: 'error', message });
    };
    for (const node of nodes('text')) {
      for (const [found, name] of node.value.matchAll(VARIABLE)) {
        if (!Object.hasOwn(variables[language], name!))
          find(
            node,
            `${found} is not a variable; expected one of ${list}. Correct the name, or add it to \`variables\` in src/config.ts.`,
          );
        else if (!Object.hasOwn(variables[elsewhere], name!))
          find(
            node,
            `${found} is set for one language only. Add it to \`variables\` of the other one in src/config.ts.`,
          );
      }
    }
    for (const node of [...nodes('link'), ...nodes('definition')])
      if (/\{[a-zA-Z][a-zA-Z0-9]*\}|%7B/.test(node.url))
        find(
          node,
          `Variables are not filled in inside the address of a link (${node.url}). Write the address itself, or leave the link out.`,
        );
    for (const field of ['title', 'description']) {
      const value = frontMatter.data[field];
      const found = typeof value === 'string' ? /\{[a-zA-Z][a-zA-Z0-9]*\}/.exec(value) : null;
      if (!found) continue;
      const message = `Variables are not filled in in the ${field}: readers would see ${found[0]}. Write it without.`;
      findings.push({ at: frontMatter.offsetOf([field]), severity: 'error', message });
    }
    return findings;
  },
};
