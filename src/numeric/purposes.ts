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
  'weather.split': 256,
  'weather.labelled': 257,
  'digits.pools': 272,
  'digits.pairs': 273,
  'digits.single': 274,
  'text.topics': 288,
  'text.valence': 289,
  'text.sentences': 290,
  'text.labels': 291,
  'text.vocabulary': 292,
  'text.rendering': 293,
  'languages.grammar': 304,
  'languages.sentences': 305,
  'languages.noise': 306,
  'own.split': 320,
  'balancing.random': 384,
  'balancing.order': 385,
  'balancing.sampling': 386,
  'mixed.weights': 416,
  'mixed.discriminator': 417,
} as const satisfies Readonly<Record<string, number>>;

export type Purpose = keyof typeof PURPOSES;
