import { LineCounter, parseDocument } from 'yaml';

/** A place in a YAML file as people look for it. */
export interface YamlPlace {
  /** Counted from one; what is missing stands where that begins which it is missing from. */
  readonly line: number;
  /** The path to it: `steps.2.answers.0.next`. */
  readonly name: string;
}

/** Finds places in a YAML file that can be read. */
export function yamlPlaces(yaml: string): (path: readonly PropertyKey[]) => YamlPlace {
  const counter = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: counter });
  return (path) => {
    const name = path.map(String).join('.') || '(file)';
    for (let length = path.length; length > 0; length--) {
      const node: unknown = document.getIn(path.slice(0, length), true);
      const range: unknown =
        typeof node === 'object' && node !== null ? Reflect.get(node, 'range') : undefined;
      if (Array.isArray(range)) return { line: counter.linePos(Number(range[0])).line, name };
    }
    return { line: 1, name };
  };
}
