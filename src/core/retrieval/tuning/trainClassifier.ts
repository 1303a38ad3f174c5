import { seededRandom, type Random } from '../../random.ts';
import { adamStep, newAdamState } from '../training/adam.ts';
import { zeros, type Matrix } from '../training/matrix.ts';
import { SparseRows } from '../training/sparseRows.ts';
import { linearRate } from '../training/train.ts';
import {
  countTerms,
  LARGEST_WEIGHT,
  WEIGHT_STEP,
  weighedTerms,
  type WordClassifier,
} from '../wordClassifier.ts';

/** An article with fewer ways is not learned: its words would be those of one author. */
const FEWEST_WAYS = 8;
/** Times that each text is looked at; few texts are looked at more often, so that weights come to rest. */
const EPOCHS = 15;
const FEWEST_STEPS = 150;
const BATCH = 1024;
const RATE = 0.15;
/** Of the squares of the weights, so that what a few texts have by chance counts for little. */
const RIDGE = 1e-5;
const SEED = 1;

/** A text as numbers of terms and what they count for there. */
interface Example {
  readonly rows: readonly number[];
  readonly values: readonly number[];
  readonly label: number;
}

/**
 * Learns which words speak for which article: softmax regression with a ridge, in mini-batches by Adam. Deterministic.
 * @param ways how people put each article's problem, by position of the article
 * @param foreign messages that no article answers
 */
export function trainClassifier(
  ways: readonly (readonly string[])[],
  foreign: readonly string[],
): WordClassifier {
  const articles = [...ways.keys()].filter((article) => ways[article]!.length >= FEWEST_WAYS);
  const learned = articles.length === 0 ? [] : [...articles.map((article) => ways[article]!), foreign];
  const terms = countTerms(learned.flat());
  /** Every text has it: its weights are the biases. */
  const bias = terms.rows.size;
  const examples = learned.flatMap((texts, label) =>
    texts.map((text): Example => {
      const known = weighedTerms(text, terms).filter(({ row }) => row !== undefined);
      return {
        rows: [...known.map(({ row }) => row!), bias],
        values: [...known.map(({ value }) => value), 1],
        label,
      };
    }),
  );
  const classes = learned.length;
  const { values } = fitted(examples, zeros(bias + 1, classes), seededRandom(SEED));
  return {
    terms,
    articles,
    weights: Int8Array.from(values.subarray(0, bias * classes), (weight) =>
      Math.max(-LARGEST_WEIGHT, Math.min(LARGEST_WEIGHT, Math.round(weight / WEIGHT_STEP))),
    ),
    biases: Array.from(values.subarray(bias * classes), (weight) => Math.round(weight * 100) / 100),
  };
}

/** Changes the table, a row a term and a column a class, and returns it. */
function fitted(examples: readonly Example[], table: Matrix, random: Random): Matrix {
  const { rows: terms, dim: classes, values: weights } = table;
  const adam = newAdamState(table);
  const gradient = new SparseRows(terms, classes);
  const errors = new Float64Array(classes);
  const batches = Math.ceil(examples.length / BATCH);
  const steps = batches === 0 ? 0 : Math.max(FEWEST_STEPS, EPOCHS * batches);
  const rate = linearRate(RATE, steps);
  const order = [...examples.keys()];
  for (let step = 0; step < steps; step++) {
    const from = (step % batches) * BATCH;
    if (from === 0) shuffle(order, random);
    const batch = order.slice(from, from + BATCH);
    for (let row = 0; row < terms; row++)
      for (let at = gradient.offset(row), end = at + classes; at < end; at++)
        gradient.values[at] = RIDGE * weights[at]!;
    for (const number of batch) {
      const { rows, values, label } = examples[number]!;
      errors.fill(0);
      rows.forEach((row, place) => {
        const value = values[place]!;
        for (let i = 0; i < classes; i++) errors[i]! += value * weights[row * classes + i]!;
      });
      softmax(errors);
      errors[label]! -= 1;
      rows.forEach((row, place) => {
        const share = values[place]! / batch.length;
        for (let i = 0; i < classes; i++) gradient.values[row * classes + i]! += share * errors[i]!;
      });
    }
    adamStep(table, adam, gradient, rate(step));
    gradient.clear();
  }
  return table;
}

/** In place. */
function softmax(logits: Float64Array): void {
  let largest = -Infinity;
  for (const logit of logits) largest = Math.max(largest, logit);
  let sum = 0;
  for (let i = 0; i < logits.length; i++) sum += logits[i] = Math.exp(logits[i]! - largest);
  for (let i = 0; i < logits.length; i++) logits[i]! /= sum;
}

/** Fisher–Yates, in place. */
function shuffle(order: number[], random: Random): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
}
