/** How a link was last pressed: `mouse`, `touch`, `pen` or `key`. Not all browsers tell this in click events. */
export const press = { by: '' };

addEventListener('pointerdown', ({ pointerType }) => (press.by = pointerType), true);
addEventListener('keydown', () => (press.by = 'key'), true);
