import { dirname, join, relative, sep } from 'node:path';
import { schemaLine, schemaOfFile } from '../model/file-schemas.ts';

/**
 * Adds the schema’s address to the head of each YAML file of a dossier, for completion and checking in editors.
 * `schemas` is the folder of the schemas; nothing is added if it is outside the dossier’s project.
 */
export function nameSchemas(
  files: ReadonlyMap<string, string>,
  folder: string,
  schemas: string,
): Map<string, string> {
  const project = join(schemas, '../../..');
  if (!folder.startsWith(project + sep)) return new Map(files);
  return new Map(
    [...files].map(([path, text]) => {
      const name = path.endsWith('.yaml') ? schemaOfFile(path) : undefined;
      if (name === undefined) return [path, text];
      const address = relative(dirname(join(folder, path)), join(schemas, `${name}.json`));
      return [path, schemaLine(address.replaceAll('\\', '/')) + text];
    }),
  );
}
