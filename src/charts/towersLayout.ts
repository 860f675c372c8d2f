/**
 * Where everything of the towers is, in pixels; no drawing. Alone: towers apart. Soft: each layer's rows stand as far
 * apart as their measured relative distance, joined by springs. Hard: the shared rows stand on the same place, drawn
 * through each other, and split above. So soft with distance 0 looks like hard, and that is what it is.
 */
import type { SchemeKind } from '../ui/armMark';

export interface TowersInput {
  readonly scheme: SchemeKind;
  readonly tasks: number;
  /** Units per layer, input side first. */
  readonly widths: readonly number[];
  /** Relative distance per layer (0 .. 2), `null` = unknown. */
  readonly distances: readonly (number | null)[];
  /** Layers tied by a hard scheme, from the input. */
  readonly sharedLayers: number;
  readonly headFrom: number;
  readonly box: TowersBox;
}

/** The room for rows; labels live outside it. */
export interface TowersBox {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Cell {
  readonly x: number;
  /** First and last unit it stands for. */
  readonly first: number;
  readonly last: number;
}

export interface TowerRow {
  /** Task it belongs to; `null` = shared by all. */
  readonly task: number | null;
  readonly center: number;
  readonly left: number;
  readonly right: number;
  readonly cells: readonly Cell[];
}

export interface LayerPlace {
  readonly y: number;
  readonly shared: boolean;
  readonly head: boolean;
  readonly rows: readonly TowerRow[];
  /** Springs between neighbouring rows (soft trunks only). */
  readonly tethers: readonly { readonly from: number; readonly to: number }[];
}

export interface TowersPlace {
  readonly layers: readonly LayerPlace[];
  readonly cellWidth: number;
  readonly rowHeight: number;
  /** Middle of each task's column, for names above the heads. */
  readonly columns: readonly number[];
}

export const MAX_CELLS = 24;

/** Units per cell so that a row has at most {@link MAX_CELLS} cells. */
export function unitsPerCell(units: number): number {
  return Math.max(1, Math.ceil(units / MAX_CELLS));
}

/** Neighbouring rows never come nearer than this share of a column. */
const NEAREST = 0.1;

export function towersLayout({
  scheme,
  tasks,
  widths,
  distances,
  sharedLayers,
  headFrom,
  box,
}: TowersInput): TowersPlace {
  // While a window is being narrowed a picture may for a moment have less room than its words take.
  const width = Math.max(0, box.right - box.left);
  const middle = (box.left + box.right) / 2;
  const column = width / Math.max(1, tasks);
  const widest = Math.max(1, ...widths.map((units) => Math.ceil(units / unitsPerCell(units))));
  const apart = column * 0.24;
  const rowRoom = column - apart;
  const pitch = Math.max(0, box.bottom - box.top) / Math.max(1, widths.length);
  const cellWidth = Math.min(rowRoom / widest, pitch * 0.5, 26);
  // Narrow cells are drawn tall rather than small.
  const rowHeight = Math.min(pitch * 0.42, Math.max(cellWidth, 18));
  const place = (units: number, center: number, task: number | null): TowerRow => {
    const per = unitsPerCell(units);
    const count = Math.ceil(units / per);
    const left = center - (count * cellWidth) / 2;
    const cells = Array.from({ length: count }, (_, i) => ({
      x: left + i * cellWidth,
      first: i * per,
      last: Math.min(units, (i + 1) * per) - 1,
    }));
    return { task, center, left, right: left + count * cellWidth, cells };
  };
  const columns = Array.from({ length: tasks }, (_, task) => box.left + column * (task + 0.5));
  const layers = widths.map((units, index): LayerPlace => {
    const y = box.bottom - pitch * (index + 0.5);
    const shared = scheme === 'hard' && index < sharedLayers;
    const head = index >= headFrom;
    if (shared) return { y, shared, head, rows: [place(units, middle, null)], tethers: [] };
    const rowWidth = Math.ceil(units / unitsPerCell(units)) * cellWidth;
    const step = scheme === 'soft' && !head ? rowWidth + gap(distances[index] ?? null, column, rowWidth) : column;
    const rows = Array.from({ length: tasks }, (_, task) =>
      place(units, middle + (task - (tasks - 1) / 2) * step, task),
    );
    const joined = scheme === 'soft' && !head;
    const tethers = joined
      ? rows.slice(1).flatMap((row, i) => {
          const before = rows[i];
          return before === undefined ? [] : [{ from: before.right, to: row.left }];
        })
      : [];
    return { y, shared, head, rows, tethers };
  });
  return { layers, cellWidth, rowHeight, columns };
}

/** Free room between two rows: all of it from unrelated (root of 2) on, nearly none at distance 0. */
function gap(distance: number | null, column: number, rowWidth: number): number {
  const share = distance === null ? 1 : Math.min(1, Math.max(0, distance) / Math.SQRT2);
  const [near, far] = [column * NEAREST, Math.max(column * NEAREST, column - rowWidth)];
  return near + (far - near) * share;
}

/**
 * How tight a spring is drawn, 0 .. 1: the pull lambda x distance on a logarithmic scale from 10^-4 to 10.
 */
export function tetherTension(lambda: number, distance: number | null): number {
  const pull = lambda * (distance ?? 0);
  if (!(pull > 0)) return 0;
  return Math.min(1, Math.max(0, (Math.log10(pull) + 4) / 5));
}

/** Mean weight of the units of a cell, as a share of the layer's largest (0 .. 1). */
export function cellStrength(
  units: ArrayLike<number>,
  { first, last }: Pick<Cell, 'first' | 'last'>,
  largest: number,
): number {
  let sum = 0;
  for (let i = first; i <= last; i += 1) sum += units[i] ?? 0;
  return largest > 0 ? Math.min(1, sum / (last - first + 1) / largest) : 0;
}
