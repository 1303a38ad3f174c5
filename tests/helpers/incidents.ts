import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

export const INCIDENT = {
  id: '2026-01-01-swap-on-bsc',
  en: 'Swaps on BNB Smart Chain are delayed',
  'zh-CN': 'BNB Smart Chain 上的兑换有延迟',
} as const;

/** Flags of the command that opens it; later ones win. */
export const OPEN = [
  ...['open', '--id', INCIDENT.id, '--severity', 'sev2', '--component', 'swap', '--network', 'bsc'],
  ...['--title', INCIDENT.en, '--title-zh', INCIDENT['zh-CN']],
  ...['--text', 'Swaps take longer. Please do not repeat one.', '--text-zh', '兑换较慢，请不要重复操作。'],
];
export const NEWS = ['--text', 'Most swaps go through again.', '--text-zh', '多数兑换已恢复。'];

/** Runs `npm run incident` on a folder of incidents. */
export async function incident(folder: string, ...args: readonly string[]): Promise<void> {
  await promisify(execFile)(process.execPath, ['scripts/incident.ts', ...args, '--incidents', folder]);
}
