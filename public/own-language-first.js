// The edition in the browser’s language comes first, in the page and in its title.
{
  const { languages, titles } = document.currentScript.dataset;
  const offered = languages.split(' ');
  const first = navigator.languages.map((lang) => offered.indexOf(lang.split('-')[0])).find((i) => i >= 0);
  if (first > 0) {
    document.documentElement.dataset.first = first + 1;
    const all = titles.split('\n');
    if (all.length > first) document.title = [...all.splice(first, 1), ...all].join(' / ');
  }
}
