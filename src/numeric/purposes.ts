/**
 * What random numbers are drawn for. Each purpose is a stream family of its own, so a new kind of draw never
 * changes an old one. The numbers are part of every shared run: never change or reuse one, only add.
 */
export const PURPOSES = {
  'weights.initial': 1,
  'batches.order': 2,
  'angle.inputs': 16,
  'angle.noise': 17,
  'angle.features': 18,
  'angle.teacher': 19,
  'angle.perpendicular': 20,
  'penguins.split': 32,
  'penguins.labelled': 33,
  resampling: 64,
} as const satisfies Readonly<Record<string, number>>;

export type Purpose = keyof typeof PURPOSES;
