try {
  for (const name of ['theme', 'size', 'signs']) {
    const chosen = localStorage.getItem(name);
    if (chosen) document.documentElement.dataset[name] = chosen;
  }
} catch (error) {
  console.info(error);
}
