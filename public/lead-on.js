{
  const { neutral, base, editions } = document.currentScript.dataset;
  const offered = editions.split(' ').map((one) => one.split(':'));
  let chosen;
  try {
    chosen = localStorage.getItem('edition');
  } catch (error) {
    console.info('Not remembered:', error);
  }
  const own = (wanted, part) => offered.find((one) => one[part] === wanted);
  let to = own(chosen, 0);
  for (const lang of navigator.languages) to ??= own(lang.split('-')[0], 1);
  if (to && (to[0] === chosen || to !== offered[0]))
    location.replace(base + to[0] + neutral + location.search + location.hash);
}
