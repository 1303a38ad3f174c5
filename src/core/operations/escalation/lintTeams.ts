import { ContentError } from '../../article/contentError.ts';
import type { Problem } from '../../article/lint/problem.ts';
import { messagesOf } from '../incidents/lintIncidents.ts';
import { problemIn } from '../incidents/problemIn.ts';
import { unreadableYaml } from '../incidents/unreadableYaml.ts';
import { parseSeverityMatrix } from './severityMatrix.ts';
import { parseTeam } from './team.ts';

/** A YAML file as it stands. */
export interface YamlSource {
  readonly file: string;
  /** The name of the file without its ending. */
  readonly id: string;
  readonly text: string;
}

/**
 * What is wrong with the templates of the teams and with the severity matrix.
 * @param slugs that there is an article or runbook for
 */
export function lintTeams(
  teams: readonly YamlSource[],
  matrix: YamlSource | undefined,
  slugs: ReadonlySet<string>,
): Problem[] {
  return [
    ...teams.flatMap((source) =>
      problemsOf('team', source, () => {
        const { runbook } = parseTeam(source.id, source.file, source.text);
        return slugs.has(runbook)
          ? []
          : [
              `runbook: found ${runbook}; expected the slug of a runbook, such as runbooks/escalation/engineering. Fix: correct it, or write the runbook`,
            ];
      }),
    ),
    ...(matrix
      ? problemsOf('severity', matrix, () => {
          parseSeverityMatrix(matrix.file, matrix.text);
          return [];
        })
      : []),
  ];
}

function problemsOf(rule: string, source: YamlSource, read: () => readonly string[]): Problem[] {
  const unreadable = unreadableYaml(source, rule);
  if (unreadable) return [unreadable];
  try {
    return read().map((message) => problemIn(source, rule, 'error', message));
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    return messagesOf(error).map((message) =>
      problemIn(source, rule, 'error', message.replace('(front matter)', '(file)'), nearOf(message)),
    );
  }
}

/** Messages about several fields name no place but the word that was found: `found the field provder; expected …`. */
function nearOf(message: string): string | undefined {
  const [, found, unknown] =
    /^(?:\w+: )?found (?:the field )?([\w-]+)(?: twice)?[;,]|Unrecognized key: "([\w-]+)"/.exec(message) ??
    [];
  return found ?? unknown;
}
