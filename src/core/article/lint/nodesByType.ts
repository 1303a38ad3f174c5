import type { Nodes, Root } from 'mdast';

/** The nodes of a tree of one type, in the order of the page. */
export type NodesByType = <Type extends Nodes['type']>(
  type: Type,
) => readonly Extract<Nodes, { type: Type }>[];

/** Sorts the nodes of a tree in one walk: nearly every rule asks for some, and a walk for each takes as long as the rules. */
export function nodesByType(tree: Root): NodesByType {
  const found = new Map<string, Nodes[]>();
  const walk = (node: Nodes): void => {
    const same = found.get(node.type);
    if (same) same.push(node);
    else found.set(node.type, [node]);
    if ('children' in node) for (const child of node.children) walk(child);
  };
  walk(tree);
  return <Type extends Nodes['type']>(type: Type) =>
    (found.get(type) ?? []) as Extract<Nodes, { type: Type }>[];
}
