import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { IncidentFolder } from '../../src/core/operations/incidents/readFolder.ts';
import { nameOf } from '../content/readContent.ts';
import { CONTENT } from '../lib/paths.ts';

/** Where incidents are kept, unless FIRSTLINE_INCIDENTS names another folder. */
export const INCIDENTS = process.env['FIRSTLINE_INCIDENTS'] ?? path.join(CONTENT, 'incidents');
const COMPONENTS = path.join(CONTENT, 'incidents/components.yml');

/** A folder of incidents on this disk. */
export async function incidentFolder(folder: string): Promise<IncidentFolder> {
  return {
    list: async () => {
      try {
        const files = await readdir(folder, { recursive: true });
        return files.map((file) => file.replaceAll(path.sep, '/'));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
        throw error;
      }
    },
    read: (file) => readFile(path.join(folder, file), 'utf8'),
    nameOf: (file) => nameOf(path.join(folder, file)),
    defaultComponents: { name: nameOf(COMPONENTS), text: await readFile(COMPONENTS, 'utf8') },
  };
}
