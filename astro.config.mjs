// Wiring only: what the site is lives in src/site, what a deployment sets in src/config.ts.
import { defineConfig } from 'astro/config';
import { siteConfig } from './src/site/siteConfig.ts';

export default defineConfig(siteConfig(process.env));
