/** What had to go, by the word for it; `arm` = ways of sharing as a whole. */
export const DROPPABLE = [
  ...(['taskWeights', 'groups', 'timeline', 'balancing', 'arm', 'setting', 'sweep'] as const),
  ...(['batch', 'measuring', 'network'] as const),
] as const;

export type Dropped = (typeof DROPPABLE)[number];
