const QUIET_MS = 2_000;
const EVERY_MS = 1_000;

/** Says on stderr what is being done, once it takes longer than two seconds, at most once a second. */
export function createProgress(now: () => number = () => performance.now()): (doing: string) => void {
  const started = now();
  let last = started;
  return (doing) => {
    const time = now();
    if (time - started < QUIET_MS || time - last < EVERY_MS) return;
    last = time;
    console.error(`${Math.round((time - started) / 1000)} s: ${doing} …`);
  };
}
