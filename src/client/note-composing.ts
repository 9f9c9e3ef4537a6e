/** Marks an element while an input method is active in it. */
export function noteComposing(element: HTMLElement): void {
  for (const kind of ['compositionstart', 'compositionend'])
    element.addEventListener(kind, () =>
      element.toggleAttribute('data-composing', kind === 'compositionstart'),
    );
}
