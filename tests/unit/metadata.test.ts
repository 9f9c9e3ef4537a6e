import { expect, test } from 'vitest';
import { json } from '../../src/site/metadata.ts';

test('data in a page cannot end their script element, and are unchanged when parsed', () => {
  const name = 'A </script><script>alert(1)</script> & <!-- title';
  const written = json({ name });
  expect(written).not.toContain('<');
  expect(JSON.parse(written)).toEqual({ '@context': 'https://schema.org', name });
});
