// Before anything is drawn: the colours, the size of text and the signs in it that the reader chose.
try {
  for (const name of ['theme', 'size', 'signs']) {
    const chosen = localStorage.getItem(name);
    if (chosen) document.documentElement.dataset[name] = chosen;
  }
} catch (error) {
  console.info('Not remembered:', error);
}
