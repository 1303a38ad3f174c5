/** The panel's look. Colours come from the page it sits in; `--firstline-accent` and the parts theme it. */
export const STYLES = `
:host { display: block; font: inherit; color: inherit; line-height: 1.55; }
:host([hidden]) { display: none; }
* { box-sizing: border-box; }
.panel {
  --accent: var(--firstline-accent, LinkText);
  --line: color-mix(in srgb, currentColor 18%, transparent);
  display: grid; gap: 0.9rem; padding: 1.1rem; border-radius: 1rem;
  border: 1px solid var(--line);
  background: color-mix(in srgb, var(--accent) 7%, transparent);
}
.panel[hidden] { display: none; }
.panel { scroll-margin-block: 6rem; }
.warning { --accent: var(--firstline-warning, #c2410c); border-color: var(--accent); }
.urgent {
  --accent: var(--firstline-warning, #c2410c);
  display: grid; gap: 0.35rem; padding: 0.85rem 1rem; border-radius: 0.75rem;
  border: 1px solid var(--accent); border-inline-start-width: 0.35rem;
  background: color-mix(in srgb, var(--accent) 9%, var(--firstline-surface, Canvas));
}
.urgent h2 { color: var(--accent); }
h2, p, ul { margin: 0; padding: 0; }
h2 { font-size: 1rem; line-height: 1.4; }
ul { list-style: none; display: grid; gap: 0.6rem; }
a { color: var(--accent); text-underline-offset: 0.2em; }
.suggestion {
  display: grid; gap: 0.3rem; padding: 0.85rem 1rem; border-radius: 0.75rem;
  border: 1px solid var(--line); background: var(--firstline-surface, Canvas);
  color: inherit; text-decoration: none;
}
.suggestion:hover { border-color: var(--accent); }
.title { font-weight: 650; color: var(--accent); }
.language {
  margin-inline-start: 0.5em; padding: 0.05em 0.5em; border-radius: 999px;
  border: 1px solid var(--line); font-size: 0.75em; font-weight: 500; white-space: nowrap;
}
.passage {
  font-size: 0.9em; opacity: 0.85; overflow: hidden;
  display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 3;
}
mark {
  color: inherit; background: color-mix(in srgb, var(--accent) 14%, transparent); border-radius: 0.2em;
}
.actions { display: flex; flex-wrap: wrap; gap: 0.6rem; }
button {
  min-height: 2.75rem; padding: 0 1.1rem; border-radius: 999px; font: inherit; font-size: 0.95em; font-weight: 600;
  cursor: pointer; color: inherit; background: transparent; border: 1px solid var(--line);
}
button:hover { border-color: var(--accent); }
button.main { color: var(--accent); border-color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.visually-hidden {
  position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap;
}
`;
