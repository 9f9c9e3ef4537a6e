import type { Edition } from '../../src/model/settings.ts';
import type { Dossier } from '../../src/read/dossier.ts';
import { dossierIn } from './dossier-in.ts';

/** One of the dossiers in `tests/fixtures/dossiers/`, with its editions by id. */
export async function fixtureDossier(
  name: string,
): Promise<{ dossier: Dossier; edition: (id: string) => Edition }> {
  const dossier = await dossierIn(`tests/fixtures/dossiers/${name}`);
  return {
    dossier,
    edition: (id) => {
      const edition = dossier.settings.value.editions.find((one) => one.id === id);
      if (!edition) throw new Error(`${name} has no edition ${id}`);
      return edition;
    },
  };
}
