import file from './data/penguins.json';

/** One bird. Lengths in mm, mass in g; `species` and `sex` are class indices (0 Adelie, 1 Chinstrap, 2 Gentoo; 0 female, 1 male). */
export interface Penguin {
  readonly features: readonly [billLength: number, billDepth: number, flipperLength: number];
  readonly mass: number;
  readonly species: number;
  readonly sex: number;
}

function toPenguin(row: readonly number[]): Penguin {
  const [billLength, billDepth, flipperLength, mass, species, sex] = row;
  if (
    billLength === undefined ||
    billDepth === undefined ||
    flipperLength === undefined ||
    mass === undefined ||
    species === undefined ||
    sex === undefined
  ) {
    throw new Error('a row of the penguin table is too short');
  }
  return { features: [billLength, billDepth, flipperLength], mass, species, sex };
}

export const PENGUIN_SPECIES: readonly string[] = file.species;

/** The 333 complete records of the Palmer penguins (CC0; data/penguins.provenance.json), in the order of the source. */
export const PENGUINS: readonly Penguin[] = file.rows.map(toPenguin);
