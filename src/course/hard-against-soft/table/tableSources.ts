/** The runs behind table 7, in the order of its rows. Adding a data set = one line here and its name in the catalogue. */
export const tableSources = [
  { id: 'angle', preset: 'phase-diagram' },
  { id: 'linear', preset: 'angle-linear' },
  { id: 'same', preset: 'same-task' },
  { id: 'negated', preset: 'negated' },
  { id: 'penguins', preset: 'penguins' },
  { id: 'penguinsFew', preset: 'penguins-few-labels' },
] as const;

export type TableSourceId = (typeof tableSources)[number]['id'];
