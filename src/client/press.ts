/** How a link was last pressed: `mouse`, `touch`, `pen` or `key`. A click itself does not say so in every browser. */
export const press = { by: '' };

addEventListener('pointerdown', ({ pointerType }) => (press.by = pointerType), true);
addEventListener('keydown', () => (press.by = 'key'), true);
