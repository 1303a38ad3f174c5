/** Prints, every so many steps, where a training stands: step, loss by source, examples a second, time left. */
export function trainingProgress(
  stage: string,
  steps: number,
  every: number,
  print: (line: string) => void,
): (step: number, source: string, loss: number, examples: number) => void {
  const losses = new Map<string, { sum: number; count: number }>();
  let seen = 0;
  let since = performance.now();
  return (step, source, loss, examples) => {
    const entry = losses.get(source) ?? { sum: 0, count: 0 };
    losses.set(source, { sum: entry.sum + loss, count: entry.count + 1 });
    seen += examples;
    if (step % every !== 0 && step !== steps) return;
    const seconds = (performance.now() - since) / 1000;
    const bySource = [...losses]
      .map(([name, { sum, count }]) => `${name} ${(sum / count).toFixed(3)}`)
      .sort();
    const left = (seconds / every) * (steps - step);
    print(
      `${stage} ${step}/${steps}: ${bySource.join(', ')}; ${Math.round(seen / seconds)} examples/s, ${Math.round(left)} s left`,
    );
    losses.clear();
    seen = 0;
    since = performance.now();
  };
}
