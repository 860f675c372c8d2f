import type { SpecProblem } from '../specProblem';

/** Refuses each item whose name an earlier one has. `field` is the place of the name within an item. */
export function duplicates<T>(
  items: readonly T[],
  nameOf: (item: T) => string,
  root: readonly (string | number)[],
  field: readonly string[],
  code: 'duplicate' | 'duplicate-id' = 'duplicate',
): readonly SpecProblem[] {
  const seen = new Set<string>();
  return items.flatMap((item, index): SpecProblem[] => {
    const found = nameOf(item);
    if (seen.has(found)) return [{ path: [...root, index, ...field], code, params: { found } }];
    seen.add(found);
    return [];
  });
}
