/** Which of the listed articles is chosen: the agent's own choice as long as it is listed, else the first. */
export function chosenOf(own: string | undefined, slugs: readonly string[]): string | undefined {
  return own !== undefined && slugs.includes(own) ? own : slugs[0];
}
