import { close, createIndex } from 'pagefind';
import type { SearchRecord } from './records.ts';

/** Writes the index of those records into a folder, which must be empty. Throws what Pagefind reports. */
export async function buildIndex(records: SearchRecord[], folder: string): Promise<void> {
  const { index, errors } = await createIndex({});
  if (!index) throw new Error(`Pagefind made no index: ${errors.join('; ')}`);
  try {
    for (const record of records) {
      const added = await index.addCustomRecord(record);
      if (added.errors.length > 0)
        throw new Error(`Pagefind refused ${record.url}: ${added.errors.join('; ')}`);
    }
    const written = await index.writeFiles({ outputPath: folder });
    if (written.errors.length > 0) throw new Error(`Pagefind wrote no index: ${written.errors.join('; ')}`);
  } finally {
    await close();
  }
}
