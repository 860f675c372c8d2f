/** The ten digits on 7 rows of 5 pixels, drawn for this laboratory. */
export const GLYPH_HEIGHT = 7;
export const GLYPH_WIDTH = 5;

const DRAWN: readonly (readonly string[])[] = [
  [' ### ', '#   #', '#   #', '#   #', '#   #', '#   #', ' ### '],
  ['  #  ', ' ##  ', '# #  ', '  #  ', '  #  ', '  #  ', '#####'],
  [' ### ', '#   #', '    #', '   # ', '  #  ', ' #   ', '#####'],
  ['#### ', '    #', '    #', ' ### ', '    #', '    #', '#### '],
  ['#   #', '#   #', '#   #', '#####', '    #', '    #', '    #'],
  ['#####', '#    ', '#    ', '#### ', '    #', '    #', '#### '],
  [' ### ', '#    ', '#    ', '#### ', '#   #', '#   #', ' ### '],
  ['#####', '    #', '   # ', '   # ', '  #  ', '  #  ', '  #  '],
  [' ### ', '#   #', '#   #', ' ### ', '#   #', '#   #', ' ### '],
  [' ### ', '#   #', '#   #', ' ####', '    #', '    #', ' ### '],
];

/** Per digit, row after row: whether there is ink. */
export const GLYPHS: readonly (readonly boolean[])[] = DRAWN.map((rows) =>
  rows.flatMap((row) => Array.from(row, (ink) => ink === '#')),
);
