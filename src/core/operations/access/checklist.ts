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
  /** Where it stands in the Markdown that was read. */
  readonly line: number;
}

export interface Checklist {
  readonly items: readonly ChecklistItem[];
  /** Lines with a box that cannot be kept: they do not say who and until when, or say it twice. */
  readonly wrong: readonly WrongLine[];
}

/** A line with a box that cannot be kept. */
export interface WrongLine {
  /** Of the Markdown that was read. */
  readonly line: number;
  /** What was found, what was expected and how to mend it. */
  readonly message: string;
}

/** How far from day 0 a line may be due: what is due later is another review. */
export const MOST_DAYS = 366;

/** English and Chinese, as the runbooks write it; a day may be before day 0. */
const LINE =
  /^(?<system>[^:：]+?)\s*[:：]\s*(?<action>.+?)\s*(?:[.。]\s*)(?:Owner|负责人)\s*[:：]\s*(?<owner>[^.。]+?)\s*[.。]\s*(?:Due|期限)\s*[:：]\s*(?:day|第)\s*(?<day>[-−]?\d+)\s*天?[.。]?$/isu;

/** Reads every line with a box, in the order of the page. */
export function parseChecklist(tree: Root): Checklist {
  const items: ChecklistItem[] = [];
  const wrong: WrongLine[] = [];
  let part = '';
  visit(tree, (node) => {
    if (node.type === 'heading') part = toString(node);
    if (node.type !== 'listItem' || typeof node.checked !== 'boolean') return;
    const text = lineOf(node);
    const isWrong = (message: string): void =>
      void wrong.push({
        line: node.position?.start.line ?? 0,
        message: `found "- [ ] ${text}"; ${message}`,
      });
    const { system, action, owner, day } = LINE.exec(text)?.groups ?? {};
    if (system === undefined || action === undefined || owner === undefined || day === undefined)
      return isWrong(
        'expected a line such as "- [ ] **System**: what to do. Owner: team. Due: day 5" or "- [ ] **系统**：做什么。负责人：团队。期限：第 5 天". Fix: say who and until which day',
      );
    const dueDay = Number(day.replace('−', '-'));
    if (Math.abs(dueDay) > MOST_DAYS)
      return isWrong(`expected a day at most ${MOST_DAYS} from day 0. Fix: correct the number`);
    const key = keyOfLine(part, system);
    if (items.some((item) => item.key === key))
      return isWrong(
        `expected another system than in a line above it under the same heading, since both would be ticked at once. Fix: say which part of ${system}`,
      );
    items.push({ key, part, system, action, owner, dueDay, line: node.position?.start.line ?? 0 });
  });
  return { items, wrong };
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

/** The key of a line, by its English words. */
export function keyOfLine(part: string, system: string): string {
  return shortHash(`${part}\n${system}`);
}

/** What a line says itself, without lists below it. */
function lineOf(node: ListItem): string {
  const own: Nodes | undefined = node.children.find(({ type }) => type === 'paragraph');
  return own ? toString(own).replace(/\s+/g, ' ').trim() : '';
}
