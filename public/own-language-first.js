// On a page in all languages, what the reader chose, or else the browser’s language, comes first: in the page, in its
// title, and in what scripts say.
{
  const { editions, titles } = document.currentScript.dataset;
  const offered = editions.split(' ').map((one) => one.split(':'));
  let chosen;
  try {
    chosen = localStorage.getItem('edition');
  } catch (error) {
    console.info('Not remembered:', error);
  }
  let first = offered.findIndex(([id]) => id === chosen);
  for (const wanted of navigator.languages)
    if (first < 0) first = offered.findIndex(([, lang]) => lang.split('-')[0] === wanted.split('-')[0]);
  if (first > 0) {
    const [id, lang] = offered[first];
    Object.assign(document.documentElement, { lang }).dataset.first = first + 1;
    const all = titles.split('\n');
    if (all.length > first) document.title = [...all.splice(first, 1), ...all].join(' / ');
    addEventListener('DOMContentLoaded', () => {
      document.querySelector('main').dataset.speaks = id;
      for (const one of document.querySelectorAll('[data-titles]'))
        one.title = one.dataset.titles.split('\n')[first] ?? one.title;
    });
  }
}
