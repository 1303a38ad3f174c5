import { bestAssignment } from './assignment.ts';

/** How well a grouping agrees with the true one; 1 is perfect. */
export interface ClusterScores {
  /** Normalised mutual information, by the arithmetic mean of the two entropies. */
  readonly nmi: number;
  /** Adjusted Rand index (Hubert and Arabie, "Comparing partitions", 1985); 0 is chance. */
  readonly ari: number;
  /** Share of items in the group that their label is matched with, one group a label, by the best matching there is. */
  readonly accuracy: number;
  /** Harmonic mean of homogeneity and completeness (Rosenberg and Hirschberg, "V-measure", 2007). */
  readonly vMeasure: number;
}

/**
 * Scores a grouping of the same items against the true one.
 * @param found by item, the number of its group, from 0 without gaps
 * @param truth by item, the number of its label, from 0 without gaps
 */
export function clusterScores(found: readonly number[], truth: readonly number[]): ClusterScores {
  const table = contingency(found, truth);
  return {
    nmi: normalisedInformation(table),
    ari: adjustedRand(table),
    accuracy: accuracyOf(table),
    vMeasure: vMeasureOf(table),
  };
}

/** Numbers for names, from 0 in the order they first appear. */
export function numbered(names: readonly string[]): number[] {
  const numbers = new Map<string, number>();
  return names.map((name) => {
    const number = numbers.get(name) ?? numbers.size;
    numbers.set(name, number);
    return number;
  });
}

interface Contingency {
  /** By group, then label: items in both. */
  readonly cells: readonly (readonly number[])[];
  readonly groups: readonly number[];
  readonly labels: readonly number[];
  readonly total: number;
}

function contingency(found: readonly number[], truth: readonly number[]): Contingency {
  const count = (numbers: readonly number[]): number =>
    numbers.reduce((most, number) => Math.max(most, number), -1) + 1;
  const labels = new Array<number>(count(truth)).fill(0);
  const cells = Array.from({ length: count(found) }, () => labels.map(() => 0));
  found.forEach((group, item) => {
    cells[group]![truth[item]!]!++;
    labels[truth[item]!]!++;
  });
  const groups = cells.map((row) => row.reduce((sum, cell) => sum + cell, 0));
  return { cells, groups, labels, total: found.length };
}

/** Entropies and mutual information, in nats. */
function information({ cells, groups, labels, total }: Contingency) {
  const entropy = (sizes: readonly number[]): number =>
    -sizes.reduce((sum, size) => sum + (size > 0 ? (size / total) * Math.log(size / total) : 0), 0);
  let mutual = 0;
  cells.forEach((row, group) =>
    row.forEach((cell, label) => {
      if (cell > 0) mutual += (cell / total) * Math.log((cell * total) / (groups[group]! * labels[label]!));
    }),
  );
  return { ofGroups: entropy(groups), ofLabels: entropy(labels), mutual: Math.max(0, mutual) };
}

function normalisedInformation(table: Contingency): number {
  const { ofGroups, ofLabels, mutual } = information(table);
  // One group and one label hold no information, and agree.
  return ofGroups + ofLabels === 0 ? 1 : (2 * mutual) / (ofGroups + ofLabels);
}

function vMeasureOf(table: Contingency): number {
  const { ofGroups, ofLabels, mutual } = information(table);
  const homogeneity = ofLabels === 0 ? 1 : mutual / ofLabels;
  const completeness = ofGroups === 0 ? 1 : mutual / ofGroups;
  return homogeneity + completeness === 0
    ? 0
    : (2 * homogeneity * completeness) / (homogeneity + completeness);
}

function adjustedRand({ cells, groups, labels, total }: Contingency): number {
  const pairs = (sizes: readonly number[]): number => sizes.reduce((sum, n) => sum + (n * (n - 1)) / 2, 0);
  const together = cells.reduce((sum, row) => sum + pairs(row), 0);
  const expected = (pairs(groups) * pairs(labels)) / Math.max(1, pairs([total]));
  const most = (pairs(groups) + pairs(labels)) / 2;
  return most === expected ? 1 : (together - expected) / (most - expected);
}

function accuracyOf({ cells, total }: Contingency): number {
  const matched = bestAssignment(cells);
  return matched.reduce((sum, label, group) => sum + (label < 0 ? 0 : cells[group]![label]!), 0) / total;
}
