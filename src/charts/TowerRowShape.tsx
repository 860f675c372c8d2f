import type { SchemeKind } from '../ui/armMark';
import { taskColor, type TaskMark } from '../ui/taskMark';
import { strokeOf } from '../ui/strokes';
import type { TowerLayer } from './chartProps';
import styles from './Towers.module.css';
import { cellStrength, type LayerPlace, type TowersPlace } from './towersLayout';

export interface TowerRowShapeProps {
  readonly scheme: SchemeKind;
  readonly tasks: readonly TaskMark[];
  readonly layer: LayerPlace;
  readonly source: TowerLayer;
  readonly place: TowersPlace;
  /** Cell pointed at, counted over all rows of the layer. */
  readonly cell: number | null;
  readonly onCell: (cell: number) => void;
}

/** Even the weakest unit is seen to be there. */
const FAINTEST = 0.1;

/**
 * One layer of all towers: rows of cells, the stronger the incoming weight the fuller the hue. A shared row shows every
 * task's hue in every cell: the trunks drawn through each other.
 */
export function TowerRowShape({ scheme, tasks, layer, source, place, cell, onCell }: TowerRowShapeProps) {
  const largest = Math.max(1e-12, ...source.units.map((units) => Math.max(0, ...Array.from(units))));
  const { cellWidth, rowHeight } = place;
  const top = layer.y - rowHeight / 2;
  const seam = Math.min(1.5, cellWidth * 0.14);
  const stroke = strokeOf({ kind: scheme, tension: 0.3 });
  const width = scheme === 'alone' ? 1.2 : scheme === 'soft' ? 1.5 : 2.4;
  return (
    <>
      {layer.rows.map((row, rowIndex) => {
        const owners = row.task === null ? tasks.map((_, task) => task) : [row.task];
        const color = row.task === null ? 'var(--ink)' : taskColor(tasks[row.task]?.hue ?? 0);
        return (
          <g key={row.task ?? 'shared'}>
            <rect
              className={styles.row}
              x={row.left - 2.5}
              y={top - 2.5}
              width={row.right - row.left + 5}
              height={rowHeight + 5}
              style={{
                stroke: color,
                strokeWidth: width,
                strokeLinecap: stroke.cap,
                strokeDasharray: stroke.dash.length === 0 ? 'none' : stroke.dash.map((part) => part * width).join(' '),
              }}
            />
            {row.cells.map((one, column) => {
              const index = rowIndex * row.cells.length + column;
              const stripe = rowHeight / owners.length;
              return (
                <g key={one.first} onPointerEnter={() => onCell(index)}>
                  {owners.map((task, i) => (
                    <rect
                      key={task}
                      x={one.x + seam / 2}
                      y={top + i * stripe}
                      width={cellWidth - seam}
                      height={stripe}
                      fill={taskColor(tasks[task]?.hue ?? 0)}
                      opacity={FAINTEST + (1 - FAINTEST) * cellStrength(source.units[task] ?? [], one, largest)}
                    />
                  ))}
                  {cell === index && (
                    <rect
                      className={styles.cellActive}
                      x={one.x - 1}
                      y={top - 1}
                      width={cellWidth + 2}
                      height={rowHeight + 2}
                    />
                  )}
                </g>
              );
            })}
          </g>
        );
      })}
    </>
  );
}
