import { parse } from 'yaml';
import { ContentError } from './contentError.ts';

/**
 * Reads a YAML file of `content/`; an empty one is an empty object.
 * @param file the path to name in errors
 * @param fix how to mend what cannot be read, most likely
 * @throws ContentError that says why it cannot be read
 */
export function readContentYaml(file: string, yaml: string, fix: string): unknown {
  try {
    return parse(yaml) ?? {};
  } catch (error) {
    // The lines after the first one draw the place, which problems that are listed have no room for.
    const [reason = ''] = (error instanceof Error ? error.message : String(error)).split(/:?\n/);
    throw new ContentError(file, [`found YAML that cannot be read (${reason}). Fix: ${fix}`], {
      cause: error,
    });
  }
}
