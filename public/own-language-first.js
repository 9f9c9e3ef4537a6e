// Where editions are below each other, the one in the browser’s language comes first.
{
  const offered = document.currentScript.dataset.languages.split(' ');
  const first = navigator.languages.map((lang) => offered.indexOf(lang.split('-')[0])).find((i) => i >= 0);
  if (first > 0) document.documentElement.dataset.first = first + 1;
}
