import { expect, test } from 'vitest';
import { json } from '../../src/site/metadata.ts';

test('data in a page cannot end the script element that they stand in, and are the same when read', () => {
  const name = 'A </script><script>alert(1)</script> & <!-- title';
  const written = json({ name });
  expect(written).not.toContain('<');
  expect(JSON.parse(written)).toEqual({ '@context': 'https://schema.org', name });
});
