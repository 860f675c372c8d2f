/** Tasks in an order in which the members of each group stand together, and where one group ends. */
export interface GroupOrder {
  /** Task indices. */
  readonly order: readonly number[];
  /** Group of each place in `order`. */
  readonly group: readonly number[];
}

/** Tasks that are in no group come last, each a group of its own. */
export function groupOrder(tasks: number, groups: readonly (readonly number[])[]): GroupOrder {
  const named = new Set(groups.flat());
  const rest = Array.from({ length: tasks }, (_, task) => task).filter((task) => !named.has(task));
  const all = [...groups, ...rest.map((task) => [task])];
  return { order: all.flat(), group: all.flatMap((members, index) => members.map(() => index)) };
}

/** On which sides a cell of the reordered matrix lies on the outline of its group's block; empty outside the blocks. */
export function blockEdges({ group }: GroupOrder, row: number, column: number): string {
  const own = group[row];
  if (own === undefined || own !== group[column]) return '';
  return [
    group[row - 1] === own ? '' : 'top',
    group[row + 1] === own ? '' : 'bottom',
    group[column - 1] === own ? '' : 'left',
    group[column + 1] === own ? '' : 'right',
  ]
    .filter((side) => side !== '')
    .join(' ');
}
