import { toString } from 'hast-util-to-string';
import { expect, test } from 'vitest';
import { exhibitSchema } from '../../src/model/entries.ts';
import { diagramHast, drawDiagram } from '../../src/render/diagram.ts';

const diagram = exhibitSchema.parse({
  type: 'diagram',
  title: { zh: '图' },
  nodes: [
    { id: 'a', row: 1, label: { zh: '行动' } },
    {
      id: 'b',
      row: 2,
      label: { zh: '地理因素' },
      detail: { zh: '能源、资源、贸易通道，以及生态环境等一系列要素，均被重新定义。' },
    },
    { id: 'c', row: 2, label: { zh: '对外政策' } },
  ],
  edges: [
    { from: 'a', to: 'b' },
    { from: 'b', to: 'c', both: true },
  ],
});
if (diagram.type !== 'diagram') throw new Error('not a diagram');
const drawing = drawDiagram(diagram, 'zh');

test('boxes of a row are side by side inside the picture', () => {
  expect(drawing.boxes).toHaveLength(3);
  const [a, b, c] = drawing.boxes;
  expect(b!.y).toBe(c!.y);
  expect(b!.x + b!.width).toBeLessThan(c!.x);
  expect(a!.y + a!.height).toBeLessThan(b!.y);
  for (const box of drawing.boxes) expect(box.x + box.width).toBeLessThanOrEqual(drawing.width);
});

test('long text is wrapped, never before closing punctuation, and none of it is lost', () => {
  const lines = drawing.boxes[1]?.detail ?? [];
  expect(lines.length).toBeGreaterThan(1);
  expect(lines.join('')).toBe('能源、资源、贸易通道，以及生态环境等一系列要素，均被重新定义。');
  for (const line of lines) expect(line).not.toMatch(/^[，、。]/);
});

test('the description mentions every arrow', () => {
  const [, described] = diagramHast(diagram, 'zh', 'figure-1').children;
  expect(toString(described!)).toMatch(/; 对外政策\. 行动 → 地理因素; 地理因素 ↔ 对外政策\.$/);
});
