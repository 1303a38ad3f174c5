/**
 * The panel's look. Colours come from the page it sits in; `--firstline-accent`, `--firstline-surface`,
 * `--firstline-warning`, `--firstline-radius` and the parts theme it.
 */
export const STYLES = `
:host { display: block; font: inherit; color: inherit; line-height: 1.55; }
:host([hidden]) { display: none; }
* { box-sizing: border-box; }
.panel, .footer, .answer-bar {
  --accent: var(--firstline-accent, LinkText);
  --line: color-mix(in srgb, currentColor 18%, transparent);
  --radius: var(--firstline-radius, 1rem);
}
.panel {
  display: grid; grid-template-columns: minmax(0, 1fr); gap: 0.9rem; padding: 1.1rem; border-radius: var(--radius);
  border: 1px solid var(--line); scroll-margin-block: 6rem;
  background: color-mix(in srgb, var(--accent) 7%, transparent);
}
.panel:focus { outline: none; }
.panel.loading, .panel.abstained, .panel.failed, .panel.continued {
  grid-template-columns: minmax(0, 1fr) auto; align-items: center; padding: 0.6rem 1.1rem;
}
@media (max-width: 30rem) {
  .panel.loading, .panel.abstained, .panel.failed, .panel.continued { grid-template-columns: minmax(0, 1fr); gap: 0.2rem; }
}
.warning { --accent: var(--firstline-warning, #c2410c); border-color: var(--accent); }
.urgent {
  --accent: var(--firstline-warning, #c2410c);
  display: grid; gap: 0.35rem; padding: 0.85rem 1rem; border-radius: calc(var(--radius) * 0.75);
  border: 1px solid var(--accent); border-inline-start-width: 0.35rem;
  background: color-mix(in srgb, var(--accent) 9%, var(--firstline-surface, Canvas));
}
.urgent h2 { color: var(--accent); }
h2, h3, h4, p, ul { margin: 0; padding: 0; }
h2 { font-size: 1rem; line-height: 1.4; }
a { color: var(--accent); text-underline-offset: 0.2em; }
.panel > ul { list-style: none; display: grid; gap: 0.6rem; }
.suggestion {
  border-radius: calc(var(--radius) * 0.75); border: 1px solid var(--line); background: var(--firstline-surface, Canvas);
}
.suggestion:hover { border-color: var(--accent); }
.open { display: grid; gap: 0.3rem; padding: 0.85rem 1rem 0.35rem; color: inherit; text-decoration: none; }
.open:focus-visible { border-radius: inherit; }
.title { font-weight: 650; color: var(--accent); }
.here { justify-self: start; color: var(--accent); font-size: 0.9em; text-decoration: underline; text-underline-offset: 0.2em; }
.meta {
  display: flex; flex-wrap: wrap; align-items: center; gap: 0 0.75rem; padding: 0 1rem 0.5rem;
  font-size: 0.85em; color: color-mix(in srgb, currentColor 78%, transparent);
}
.tab { display: inline-flex; align-items: center; min-height: 2rem; font-size: 0.95em; }
.meta .tab { margin-inline-start: auto; }
.language { padding: 0.05em 0.6em; border-radius: 999px; border: 1px solid var(--line); white-space: nowrap; }
.passage {
  font-size: 0.9em; color: color-mix(in srgb, currentColor 88%, transparent); overflow: hidden;
  display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 3;
}
mark { color: inherit; background: color-mix(in srgb, var(--accent) 14%, transparent); border-radius: 0.2em; }
.actions, .bar { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem 0.6rem; }
.bar { justify-content: space-between; }
.why, .stack { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0.5rem; }
.verify { grid-column: 1 / -1; font-size: 0.85em; }
.channels { padding-inline-start: 1.2rem; }
.said { overflow-wrap: anywhere; }
button {
  min-height: 2.75rem; padding: 0.4rem 1.1rem; border-radius: 999px; font: inherit; font-size: 0.95em; font-weight: 600;
  cursor: pointer; color: inherit; background: var(--firstline-surface, Canvas); border: 1px solid var(--line);
}
button:hover { border-color: var(--accent); }
button.main { color: var(--accent); border-color: var(--accent); }
button.plain {
  padding-inline: 0.3rem; border-color: transparent; background: none; color: var(--accent);
  text-decoration: underline; text-underline-offset: 0.2em;
}
.article {
  display: grid; grid-template-columns: minmax(0, 1fr); gap: 0.7rem; max-height: min(70vh, 40rem); overflow: auto;
  padding: 1rem; border-radius: calc(var(--radius) * 0.75); border: 1px solid var(--line);
  background: var(--firstline-surface, Canvas); overflow-wrap: anywhere;
}
.article h2, .article h3 { font-size: 1.05rem; margin-block-start: 0.5rem; }
.article ul, .article ol { margin: 0; padding-inline-start: 1.4rem; }
.article li + li { margin-block-start: 0.35rem; }
.article aside, .article blockquote {
  margin: 0; padding: 0.7rem 0.9rem; border-inline-start: 0.3rem solid var(--firstline-warning, #c2410c);
  background: color-mix(in srgb, var(--firstline-warning, #c2410c) 8%, transparent);
}
.article aside > p:first-child { font-weight: 650; }
.article img { max-width: 100%; height: auto; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; font-size: 0.92em; }
th, td { padding: 0.4rem 0.6rem; border: 1px solid var(--line); text-align: start; vertical-align: top; min-width: 7rem; }
.footer {
  display: flex; flex-wrap: wrap; align-items: center; gap: 0.2rem 0.8rem; padding: 0.45rem 1.1rem 0;
  font-size: 0.85em; color: color-mix(in srgb, currentColor 78%, transparent);
}
.footer button { font-size: 1em; min-height: 2rem; }
progress { flex: 1 1 6rem; height: 0.35rem; max-width: 14rem; accent-color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.answer-bar {
  position: fixed; inset: auto; z-index: 2147483647; margin: 0; min-height: 2.75rem; padding: 0.5rem 1rem;
  display: flex; align-items: center; justify-content: space-between; gap: 1rem; text-align: start;
  border: 1px solid var(--accent); border-width: 1px 0 0; border-radius: 0; box-shadow: 0 -2px 10px rgb(0 0 0 / 12%);
}
.answer-bar[hidden] { display: none; }
.answer-bar.alarming { --accent: var(--firstline-warning, #c2410c); border-width: 3px 0 0; }
.answer-bar span:first-child { min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.answer-bar .show { flex: none; color: var(--accent); text-decoration: underline; text-underline-offset: 0.2em; }
.answer-bar:focus-visible { outline-offset: -4px; }
.visually-hidden {
  position: absolute; width: 1px; height: 1px; margin: 0; overflow: hidden; clip-path: inset(50%); white-space: nowrap;
}
@media (forced-colors: active) { mark { background: Mark; color: MarkText; } }
`;
