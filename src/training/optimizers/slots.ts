/** How many numbers an optimizer remembers for each weight: none, the velocity, or both moments. */
export const SLOTS = { sgd: 0, momentum: 1, adam: 2 } as const;
