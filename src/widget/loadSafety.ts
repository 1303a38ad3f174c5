import type { Manifest } from '../core/retrieval/manifest.ts';
import { compileSafety, type SafetyRules } from '../core/retrieval/safety.ts';
import type { SafetyTable } from '../core/retrieval/safetyTable.ts';
import type { Download } from './download.ts';

/** The rules for what is urgent. Without them an article can still be suggested. */
export async function loadSafety(
  download: Download,
  { safetyRules }: Manifest,
): Promise<SafetyRules | undefined> {
  if (safetyRules === undefined) return undefined;
  try {
    return compileSafety((await download.json(`knowledge/${safetyRules}`)) as SafetyTable);
  } catch (error) {
    console.warn('Firstline answers without its safety rules:', error);
    return undefined;
  }
}
