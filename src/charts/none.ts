/** The empty list as a default prop: always the same object, so that nothing is redrawn on its account. */
export const NONE: readonly never[] = [];
