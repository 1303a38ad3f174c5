import { articlePath, LANGUAGES } from '../language.ts';

/** A Markdown file of the content in which an article has a new slug: links to it and `related` follow. */
export function renameInArticle(text: string, from: string, to: string): string {
  const end = /^\uFEFF?---[ \t]*\r?\n[\s\S]*?\r?\n---[ \t]*(?:\r?\n|$)/.exec(text)?.[0].length ?? 0;
  return renameInYaml(text.slice(0, end), from, to) + renameLinks(text.slice(end), from, to);
}

/** A YAML file, or the front matter of an article, with the new slug wherever the old one stands as a whole word. */
export function renameInYaml(yaml: string, from: string, to: string): string {
  return yaml.replace(new RegExp(String.raw`(?<![\w/.-])${literal(from)}(?![\w/-]|\.\w)`, 'g'), to);
}

/** A file of data with links in its texts, such as a reply or a tree of questions. */
export function renameInData(yaml: string, from: string, to: string): string {
  return renameLinks(renameInYaml(yaml, from, to), from, to);
}

/** JSON lines or code in which the slug stands in quotation marks, by itself. */
export function renameQuoted(text: string, from: string, to: string): string {
  return text.replace(new RegExp(String.raw`(["'])${literal(from)}\1`, 'g'), `$1${to}$1`);
}

/** Whether a text names a slug at all; for files that are changed by hand. */
export function namesSlug(text: string, slug: string): boolean {
  return new RegExp(String.raw`(?<![\w-])${literal(slug)}(?![\w-])`).test(text);
}

/** Links of Markdown (`](…)`, `]: …`, `<…>`, `href="…"`), in either language, with or without an anchor. */
function renameLinks(body: string, from: string, to: string): string {
  return LANGUAGES.reduce((text, language) => {
    const [old, path] = [articlePath(from, language), articlePath(to, language)];
    const before = String.raw`(?<=\]\(<?|\]:[ \t]*<?|<|href=["'])`;
    const pattern = new RegExp(String.raw`${before}${literal(old.slice(0, -1))}(?:/|(?=[\s#)?>"']))`, 'g');
    return text.replace(pattern, path);
  }, body);
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
