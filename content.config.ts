// Astro looks for this file in srcDir, which is the root; see DESIGN.md.
export { collections } from './src/site/content.config.ts';
