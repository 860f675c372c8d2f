/** Whether the numbers of a table fit together: widths, rows, targets and losses, split. */
import { LIMITS } from '../limits';
import type { WrittenTable as Table } from '../sources/tableFields';
import type { SpecProblem } from '../specProblem';
import { duplicates } from './duplicates';

type Task = Table['tasks'][number];
type Rows = readonly (readonly number[])[];
type Path = readonly (string | number)[];

/** @returns every fault; the first few of a table are as telling as all of them, so each list stops at its first. */
export function checkTable(table: Table, root: Path): readonly SpecProblem[] {
  return [
    ...checkSize(table, root),
    ...(table.inputs === undefined ? [] : checkWidths(table.inputs, [...root, 'inputs'])),
    ...table.tasks.flatMap((task, index) => checkTask(table, task, [...root, 'tasks', index])),
    ...checkSameInputWidth(table, root),
    ...checkSplit(table, [...root, 'split']),
    ...duplicates(table.tasks, (task) => task.name, [...root, 'tasks'], ['name']),
  ];
}

function checkSize(table: Table, path: Path): SpecProblem[] {
  const { max } = LIMITS.tableNumbers;
  const lists = [table.inputs, ...table.tasks.flatMap((task) => [task.inputs, task.targets])];
  const found = lists.reduce((total, rows) => total + (rows ?? []).reduce((sum, row) => sum + row.length, 0), 0);
  return found <= max ? [] : [{ path, code: 'table-numbers', params: { found, max } }];
}

function checkTask(table: Table, task: Task, path: Path): SpecProblem[] {
  const inputs = task.inputs ?? table.inputs;
  if (inputs === undefined) return [{ path: [...path, 'inputs'], code: 'table-inputs-missing', params: {} }];
  const rows: SpecProblem[] =
    inputs.length === task.targets.length
      ? []
      : [
          {
            path: [...path, 'targets'],
            code: 'table-rows',
            params: { found: task.targets.length, expected: inputs.length },
          },
        ];
  return [
    ...(task.inputs === undefined ? [] : checkWidths(task.inputs, [...path, 'inputs'])),
    ...rows,
    ...checkWidths(task.targets, [...path, 'targets']),
    ...checkTargets(task, path),
  ];
}

function checkTargets(task: Task, path: Path): SpecProblem[] {
  const at: Path = [...path, 'targets'];
  const loss = task.loss ?? 'mse';
  const unusedClasses: SpecProblem[] =
    task.classes === undefined || loss === 'softmax'
      ? []
      : [{ path: [...path, 'classes'], code: 'table-classes-unused', params: { loss } }];
  switch (loss) {
    case 'sigmoid':
      return [...unusedClasses, ...firstWrong(task.targets, at, (value) => value === 0 || value === 1, 'table-binary')];
    case 'softmax': {
      const width = task.targets[0]?.length ?? 1;
      if (width !== 1) return [{ path: [...at, 0], code: 'table-class-width', params: { found: width } }];
      const max = (task.classes ?? LIMITS.classes.max) - 1;
      const allowed = (value: number): boolean => Number.isInteger(value) && value >= 0 && value <= max;
      return firstWrong(task.targets, at, allowed, 'table-class', { max });
    }
    case 'mse':
      return [...unusedClasses, ...checkOutputs(task.targets, at)];
  }
}

function checkOutputs(targets: Rows, path: Path): SpecProblem[] {
  const found = targets[0]?.length ?? 0;
  const { min, max } = LIMITS.outputs;
  if (found <= max) return [];
  return [{ path: [...path, 0], code: 'list-length', params: { found, expect: 'list', min, max } }];
}

/** Every row must be as wide as the first. */
function checkWidths(rows: Rows, path: Path): SpecProblem[] {
  const expected = rows[0]?.length ?? 0;
  const index = rows.findIndex((row) => row.length !== expected);
  const found = rows[index]?.length;
  return found === undefined ? [] : [{ path: [...path, index], code: 'table-width', params: { found, expected } }];
}

function checkSameInputWidth(table: Table, root: Path): SpecProblem[] {
  const expected = (table.tasks[0]?.inputs ?? table.inputs)?.[0]?.length;
  return table.tasks.flatMap((task, index): SpecProblem[] => {
    const found = (task.inputs ?? table.inputs)?.[0]?.length;
    if (found === undefined || expected === undefined || found === expected) return [];
    const path = task.inputs === undefined ? [...root, 'inputs', 0] : [...root, 'tasks', index, 'inputs', 0];
    return [{ path, code: 'table-width', params: { found, expected } }];
  });
}

function firstWrong(
  rows: Rows,
  path: Path,
  allowed: (value: number) => boolean,
  code: SpecProblem['code'],
  params: SpecProblem['params'] = {},
): SpecProblem[] {
  for (const [row, values] of rows.entries()) {
    const column = values.findIndex((value) => !allowed(value));
    const found = values[column];
    if (found !== undefined) return [{ path: [...path, row, column], code, params: { ...params, found } }];
  }
  return [];
}

/** Row numbers exist in every task, and no row serves two purposes: a test on rows that were learnt from proves nothing. */
function checkSplit(table: Table, path: Path): SpecProblem[] {
  if (table.split === undefined) return [];
  const max = Math.min(...table.tasks.map((task) => task.targets.length)) - 1;
  const used = new Map<number, string>();
  const problems: SpecProblem[] = [];
  for (const part of ['train', 'validation', 'test'] as const) {
    for (const [index, found] of table.split[part].entries()) {
      const other = used.get(found);
      const place = [...path, part, index];
      if (found > max) problems.push({ path: place, code: 'table-split-index', params: { found, min: 0, max } });
      else if (other !== undefined)
        problems.push({ path: place, code: 'table-split-overlap', params: { found, other } });
      used.set(found, part);
    }
  }
  return problems.slice(0, 5);
}
