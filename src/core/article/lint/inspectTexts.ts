import type { ContentFile } from './inspect.ts';
import { lineIndex } from './lineIndex.ts';
import type { Fix, Problem } from './problem.ts';
import type { PageRule } from './rule.ts';
import { TEXT_RULES } from './rules.ts';
import type { LintSettings } from './settings.ts';
import { NO_VARIABLES, textPage } from './textPage.ts';
import { textsInYaml, type YamlText } from './yamlTexts.ts';

/** What the rules on words say of a reply or a tree of questions, by file and line. */
export function inspectTexts(
  { kind, file }: Pick<ContentFile, 'kind' | 'file'>,
  text: string,
  settings: LintSettings,
): Problem[] {
  const placeOf = lineIndex(text);
  const isReply = kind === 'reply';
  return textsInYaml(text).flatMap((piece) => {
    // What stands in braces in a reply is filled in where it is sent, with the spaces that it needs.
    const variables = isReply ? NO_VARIABLES : settings.variables;
    const page = textPage(file, piece.text, piece.language, variables);
    return rulesFor(isReply, piece).flatMap((rule) =>
      [...rule.check(page, settings)].map(({ at, fix, ...finding }): Problem => {
        const mended = fix && fixInFile(fix, piece);
        return {
          file,
          rule: rule.id,
          ...placeOf(piece.offsetOf(at)),
          ...finding,
          ...(mended && { fix: mended }),
        };
      }),
    );
  });
}

/** What a reply says to the customer is looked at by `lintReplies`, which the build of the desk goes by too. */
function rulesFor(isReply: boolean, { field }: YamlText): readonly PageRule[] {
  const isLookedAt = isReply && (field === 'body' || field === 'use');
  return isLookedAt ? TEXT_RULES.filter(({ id }) => id !== 'no-secrets' && id !== 'typography') : TEXT_RULES;
}

/** A change within a line of a text as a change to the file. */
function fixInFile({ start, end, text }: Fix, { offsetOf, exact }: YamlText): Fix | undefined {
  const [from, to] = [offsetOf(start), offsetOf(end)];
  return exact && to - from === end - start ? { start: from, end: to, text } : undefined;
}
