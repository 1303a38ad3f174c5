import { ContentError } from '../../article/contentError.ts';
import { parseComponents, type Components } from './components.ts';
import type { Incident } from './incident.ts';
import type { IncidentFiles } from './lintIncidents.ts';
import { parseIncident } from './parseIncident.ts';

/** What reading a folder of incidents needs of the disk. Paths are below the folder, with slashes. */
export interface IncidentFolder {
  /** Every file; none if the folder is not there. */
  readonly list: () => Promise<readonly string[]>;
  readonly read: (file: string) => Promise<string>;
  /** The path to name in errors. */
  readonly nameOf: (file: string) => string;
  /** The components of a folder that has no list of its own. */
  readonly defaultComponents: { readonly name: string; readonly text: string };
}

const COMPONENTS = 'components.yml';

/** Every file of the folder, as it stands. */
export async function readIncidentFiles(folder: IncidentFolder): Promise<IncidentFiles> {
  const names = [...(await folder.list())].sort();
  const sources = await Promise.all(
    names
      .filter((name) => name.endsWith('.md'))
      .map(async (name) => ({
        file: folder.nameOf(name),
        id: name.replace(/\.md$/, ''),
        text: await folder.read(name),
      })),
  );
  const { defaultComponents } = folder;
  return {
    components: names.includes(COMPONENTS)
      ? { file: folder.nameOf(COMPONENTS), text: await folder.read(COMPONENTS) }
      : { file: defaultComponents.name, text: defaultComponents.text },
    incidents: sources.filter(({ id }) => !id.includes('/')),
    reviews: sources.filter(({ id }) => id.startsWith('reviews/')),
  };
}

/**
 * Every incident of the folder, by file name.
 * @throws Error with everything that is wrong with every file
 */
export function parseIncidentFiles(
  files: IncidentFiles,
  nowMs: number,
): { readonly incidents: readonly Incident[]; readonly components: Components } {
  const components = parseComponents(files.components.file, files.components.text);
  const errors: string[] = [];
  const incidents = files.incidents.flatMap(({ id, file, text }) => {
    try {
      return [parseIncident(id, file, text, { components, nowMs })];
    } catch (error) {
      if (!(error instanceof ContentError)) throw error;
      errors.push(error.message);
      return [];
    }
  });
  if (errors.length > 0) throw new Error(errors.join('\n'));
  return { incidents, components };
}
