import type { Language } from '../../article/language.ts';
import { NETWORKS, networkOf } from '../../deflection/networks.ts';
import type { HandOver, HandOverWords, IdentifierKind } from '../handOver.ts';
import { checkEvidence, type EvidenceProblem } from './evidence.ts';
import { runbookOf } from './treeLinks.ts';
import type { EvidenceField, TriageEnd, TriageTree } from './triageTree.ts';
import { fieldsAsked, positionOf, stepOf, type Walk } from './walk.ts';

/** The words of one language, by what follows `firstline.triage.` in content/i18n, with `{{names}}` filled in. */
export type Say = (key: string, values?: Readonly<Record<string, string>>) => string;

export interface Noted {
  readonly field: EvidenceField;
  readonly label: string;
  readonly value: string;
  readonly problem?: EvidenceProblem | undefined;
}

/** What a walk came to, in one language. */
export interface Summary {
  readonly title: string;
  /** Question and answer, in order. */
  readonly answers: readonly { readonly question: string; readonly answer: string }[];
  readonly noted: readonly Noted[];
  /** Names of what was asked for and not noted. */
  readonly missing: readonly string[];
  /** Absent while the walk is under way. */
  readonly end?: TriageEnd | undefined;
}

export function summaryOf(tree: TriageTree, walk: Walk, language: Language, say: Say): Summary {
  const fields = fieldsAsked(tree, walk);
  const position = positionOf(tree, walk);
  const network = fields.find(({ kind }) => kind === 'network');
  return {
    title: tree.title[language],
    answers: walk.choices.map(({ step, answer }) => {
      const { question, answers } = stepOf(tree, step)!;
      return { question: question[language], answer: answers[answer]![language] };
    }),
    noted: fields
      .filter(({ id }) => walk.evidence[id] !== undefined)
      .map((field) => ({
        field,
        label: fieldLabel(field, language, say),
        value: shownValue(field, walk.evidence[field.id]!, say),
        problem: checkEvidence(field.kind, walk.evidence[field.id]!, network && walk.evidence[network.id]),
      })),
    missing: fields
      .filter(({ id }) => walk.evidence[id] === undefined)
      .map((field) => fieldLabel(field, language, say)),
    end: position.kind === 'end' ? position.end : undefined,
  };
}

/** What a field is called. */
export function fieldLabel({ kind, label }: EvidenceField, language: Language, say: Say): string {
  return label?.[language] ?? say(`evidence.${kind}`);
}

function shownValue({ kind }: EvidenceField, value: string, say: Say): string {
  if (kind === 'screenshot') return say('evidence.screenshotThere');
  if (kind !== 'network') return value;
  return networkOf(value) ? NETWORKS[value as keyof typeof NETWORKS].name : say('otherNetwork');
}

/** A summary as plain text, to paste into a ticket. */
export function summaryText(
  { title, answers, noted, missing, end }: Summary,
  language: Language,
  say: Say,
): string {
  const lines = [say('agent.text.title', { title })];
  if (end) {
    lines.push(
      say('agent.text.found', { found: end.title[language] }),
      say('agent.text.layer', { layer: layerName(end, say) }),
    );
    lines.push(say('agent.text.next', { next: nextName(end, say) }));
  }
  if (answers.length > 0) lines.push('', say('agent.text.answers'));
  lines.push(...answers.map((answered, i) => `${i + 1}. ${say('answered', answered)}`));
  if (noted.length > 0) lines.push('', say('agent.text.noted'));
  lines.push(...noted.map(({ label, value }) => `- ${say('value', { label, value })}`));
  if (missing.length > 0)
    lines.push('', say('agent.text.missing', { missing: missing.join(say('listJoint')) }));
  return lines.join('\n');
}

/** Where the fault is suspected; "none of ours" where the tree names no layer. */
export function layerName({ layer }: TriageEnd, say: Say): string {
  return say(`agent.layer.${layer ?? 'none'}`);
}

/** What an end asks for, in a few words: "Escalate to engineering, sev4". */
export function nextName(end: TriageEnd, say: Say): string {
  switch (end.kind) {
    case 'escalation':
      return say('agent.next.escalation', { team: say(`agent.team.${end.team}`), severity: end.severity });
    case 'incident':
      return say('agent.next.incident', { severity: end.severity });
    default:
      return say(`agent.next.${end.kind}`);
  }
}

/**
 * What the escalation builder begins with, in both languages: which team takes it, and what that reads, is decided there.
 * @param language the agent's
 * @param customer the customer's
 */
export function handOverOf(
  tree: TriageTree,
  walk: Walk,
  language: Language,
  customer: Language,
  sayIn: (language: Language) => Say,
): HandOver {
  const { noted, end } = summaryOf(tree, walk, language, sayIn(language));
  const slugs = [tree.article, end?.article, tree.runbook, end && runbookOf(end)];
  const words = {
    en: wordsOf(tree, walk, 'en', sayIn('en')),
    'zh-CN': wordsOf(tree, walk, 'zh-CN', sayIn('zh-CN')),
  };
  return {
    ...words[language],
    words,
    layer: end?.layer,
    severity: end && 'severity' in end ? end.severity : undefined,
    team: end?.kind === 'escalation' ? end.team : undefined,
    identifiers: identifiersOf(noted),
    articles: [...new Set(slugs.filter((slug) => slug !== undefined))],
    language: customer,
  };
}

function wordsOf(tree: TriageTree, walk: Walk, language: Language, say: Say): HandOverWords {
  const { title, answers, end } = summaryOf(tree, walk, language, say);
  return {
    summary: end ? say('value', { label: title, value: end.title[language] }) : title,
    steps: answers.map((answered) => say('answered', answered)),
    ...(end && {
      actual: end.title[language],
      because: say('agent.because', { title, found: end.title[language] }),
    }),
  };
}

/** What was noted, as other pages take it. */
export function identifiersOf(noted: readonly Noted[]): HandOver['identifiers'] {
  return noted.flatMap(({ field: { kind }, value }) =>
    kind === 'screenshot' ? [] : [{ kind: kind satisfies IdentifierKind, value }],
  );
}
