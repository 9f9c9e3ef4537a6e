/** The colours of pictures and books, which are the same in dark mode. */
export const colours = {
  paper: '#fbf9f4',
  ink: '#211f1b',
  soft: '#5c564c',
  rule: '#dcd5c6',
  vermilion: '#9c2f1b',
};
