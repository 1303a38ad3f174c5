import type { ListItem, Nodes, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { shortHash } from '../../article/sourceHash.ts';

/** A line of a runbook's checklist: `- [ ] **System**: what to do. Owner: team. Due: day 5`. */
export interface ChecklistItem {
  /** The same in every language and after a change of the order: made from the English words. */
  readonly key: string;
  /** The heading above it. */
  readonly part: string;
  readonly system: string;
  readonly action: string;
  readonly owner: string;
  /** Days after day 0. */
  readonly dueDay: number;
}

export interface Checklist {
  readonly items: readonly ChecklistItem[];
  /** Lines with a box that do not say who and until when: line of the Markdown, and what they say. */
  readonly incomplete: readonly { readonly line: number; readonly text: string }[];
}

/** English and Chinese, as the runbooks write it; a day may be before day 0. */
const LINE =
  /^(?<system>[^:：]+?)\s*[:：]\s*(?<action>.+?)\s*(?:[.。]\s*)(?:Owner|负责人)\s*[:：]\s*(?<owner>[^.。]+?)\s*[.。]\s*(?:Due|期限)\s*[:：]\s*(?:day|第)\s*(?<day>[-−]?\d+)\s*天?[.。]?$/isu;

/** Reads every line with a box, in the order of the page. */
export function parseChecklist(tree: Root): Checklist {
  const items: ChecklistItem[] = [];
  const incomplete: { line: number; text: string }[] = [];
  let part = '';
  visit(tree, (node) => {
    if (node.type === 'heading') part = toString(node);
    if (node.type !== 'listItem' || typeof node.checked !== 'boolean') return;
    const text = lineOf(node);
    const { system, action, owner, day } = LINE.exec(text)?.groups ?? {};
    if (system === undefined || action === undefined || owner === undefined || day === undefined) {
      incomplete.push({ line: node.position?.start.line ?? 0, text });
      return;
    }
    const key = shortHash(`${part}\n${system}`);
    items.push({ key, part, system, action, owner, dueDay: Number(day.replace('−', '-')) });
  });
  return { items, incomplete };
}

/**
 * A translation's checklist with the keys of the English one, so that what was ticked in one language is ticked in the
 * other.
 * @returns undefined if they have not the same lines
 */
export function withKeysOf(
  english: readonly ChecklistItem[],
  translated: readonly ChecklistItem[],
): ChecklistItem[] | undefined {
  const isSame =
    english.length === translated.length &&
    english.every(({ dueDay }, i) => translated[i]!.dueDay === dueDay);
  return isSame ? translated.map((item, i) => ({ ...item, key: english[i]!.key })) : undefined;
}

/** What a line says itself, without lists below it. */
function lineOf(node: ListItem): string {
  const own: Nodes | undefined = node.children.find(({ type }) => type === 'paragraph');
  return own ? toString(own).replace(/\s+/g, ' ').trim() : '';
}
