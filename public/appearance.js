try {
  for (const name of ['theme', 'size', 'lines', 'signs']) {
    const chosen = localStorage.getItem(name);
    if (chosen) document.documentElement.dataset[name] = chosen;
  }
} catch (error) {
  console.info(error);
}
