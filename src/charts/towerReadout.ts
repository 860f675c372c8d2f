import type { TFunction } from 'i18next';
import { formatSignificant } from '../i18n/numberFormat';
import type { TowersProps } from './chartProps';
import { sharedLayerCount } from './sharedLayerCount';
import { unitsPerCell } from './towersLayout';

/** Cells of a layer over all its rows: one row when it is shared, else one per task. */
export function cellsOfLayer(props: TowersProps, layer: number): number {
  const units = props.layers[layer]?.units[0]?.length ?? 0;
  const rows = layer < sharedLayerCount(props) ? 1 : props.tasks.length;
  return Math.ceil(units / unitsPerCell(units)) * rows;
}

/** What the pointed-at layer or cell says in words and numbers; empty when there is no such part. */
export function towerReadout(
  props: TowersProps,
  layerIndex: number,
  cell: number | null,
  t: TFunction<'charts'>,
): string {
  const layer = props.layers[layerIndex];
  if (layer === undefined) return '';
  const shared = layerIndex < sharedLayerCount(props);
  const name = layer.name;
  if (cell === null) {
    if (shared) return t('towers.layerShared', { layer: name });
    if (layer.relativeDistance === null) return t('towers.layerOwn', { layer: name });
    return t('towers.layer', { layer: name, value: formatSignificant(layer.relativeDistance) });
  }
  const total = layer.units[0]?.length ?? 0;
  const per = unitsPerCell(total);
  const inRow = Math.ceil(total / per);
  if (inRow === 0) return '';
  const [row, column] = [Math.floor(cell / inRow), cell % inRow];
  const units = layer.units[row] ?? [];
  const [first, last] = [column * per, Math.min(total, (column + 1) * per) - 1];
  let squares = 0;
  for (let i = first; i <= last; i += 1) squares += (units[i] ?? 0) ** 2;
  const value = formatSignificant(Math.sqrt(squares / (last - first + 1)));
  const common = { layer: name, value, task: props.tasks[row]?.name ?? '' };
  if (first === last) return t(shared ? 'towers.unitShared' : 'towers.unit', { ...common, unit: first + 1 });
  return t(shared ? 'towers.unitsShared' : 'towers.units', { ...common, first: first + 1, last: last + 1 });
}
