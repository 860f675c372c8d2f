/** Where each group of parameters lies in a row of theta. */
import { reshape, split } from '../../tensor/tapeOperations';
import type { Node } from '../../tensor/tape';

/** A named block of neighbouring columns, in C order of `shape`. */
export interface Section {
  readonly name: string;
  readonly shape: readonly number[];
  /** Of sections with one block per task: so many columns at the start of a block are the task's own trunk. */
  readonly ownTrunk?: number;
}

export const sizeOf = (shape: readonly number[]): number => shape.reduce((product, size) => product * size, 1);

/** Columns of all sections together. */
export function columnsOf(sections: readonly Section[]): number {
  return sections.reduce((sum, { shape }) => sum + sizeOf(shape), 0);
}

/** First column and first column after the section. @throws RangeError when there is none of that name. */
export function sectionRange(sections: readonly Section[], name: string): { readonly begin: number; end: number } {
  const index = sections.findIndex((section) => section.name === name);
  const section = sections[index];
  if (!section) throw new RangeError(`no section "${name}"`);
  const begin = columnsOf(sections.slice(0, index));
  return { begin, end: begin + sizeOf(section.shape) };
}

/** Cuts theta [L, P] into its sections; the result maps a name to a node [L, ...shape]. */
export function cutSections(theta: Node, sections: readonly Section[]): (name: string) => Node {
  const [lanes = 0] = theta.value.shape;
  const pieces = split(
    theta,
    sections.map(({ shape }) => sizeOf(shape)),
  );
  return (name) => {
    const index = sections.findIndex((section) => section.name === name);
    const piece = pieces[index];
    const section = sections[index];
    if (!piece || !section) throw new RangeError(`no section "${name}"`);
    return reshape(piece, [lanes, ...section.shape]);
  };
}

/** Gives every task the own trunk of `task`, in place; what tasks have in common stays. @param row [P] */
export function adoptTrunk(sections: readonly Section[], row: Float32Array, tasks: number, task: number): void {
  for (const { name, shape, ownTrunk } of sections) {
    if (ownTrunk === undefined) continue;
    const { begin } = sectionRange(sections, name);
    const block = sizeOf(shape) / tasks;
    const source = row.slice(begin + task * block, begin + task * block + ownTrunk);
    for (let other = 0; other < tasks; other++) row.set(source, begin + other * block);
  }
}

/** One row [P] put together from its sections. @throws RangeError when one is missing or has another size. */
export function assembleRow(
  sections: readonly Section[],
  values: Readonly<Record<string, Float32Array>>,
): Float32Array {
  const row = new Float32Array(columnsOf(sections));
  for (const { name, shape } of sections) {
    const part = values[name];
    if (part?.length !== sizeOf(shape)) throw new RangeError(`section "${name}" needs ${sizeOf(shape)} numbers`);
    row.set(part, sectionRange(sections, name).begin);
  }
  return row;
}
