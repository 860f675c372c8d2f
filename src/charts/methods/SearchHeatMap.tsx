import { useTranslation } from 'react-i18next';
import { formatInteger, formatSignificant } from '../../i18n/numberFormat';
import { Button } from '../../ui/Button';
import { formatInterval } from '../../ui/formatInterval';
import { VisuallyHidden } from '../../ui/VisuallyHidden';
import { ChartFrame } from '../ChartFrame';
import type { PhaseAddress } from '../chartProps';
import { NONE } from '../none';
import { useCalm } from '../useCalm';
import heat from './HeatCells.module.css';
import { inkShade } from './inkShade';
import { asGoodAs, bestCell, goodness, type SearchCell } from './searchCells';
import styles from './SearchHeatMap.module.css';
import { useGridFocus } from './useGridFocus';

/** Another way of searching, laid over the grid: which cells it looked at. */
export interface SearchOverlay {
  readonly label: string;
  readonly cells: readonly PhaseAddress[];
}

export interface SearchHeatMapProps {
  /** Written values, e.g. learning rates. */
  readonly rows: readonly string[];
  /** Written values, e.g. strengths of sharing. */
  readonly columns: readonly string[];
  readonly rowAxis: string;
  readonly columnAxis: string;
  /** What is searched for, e.g. `validation error`. */
  readonly quantity: string;
  /** Cells known so far; those left out are pending. */
  readonly cells: readonly SearchCell[];
  readonly overlays?: readonly SearchOverlay[];
  /** Training steps taken so far and in all. */
  readonly steps: { readonly done: number; readonly all: number };
  readonly selected: PhaseAddress | null;
  readonly onSelect: (cell: PhaseAddress | null) => void;
  /** Given while the search runs. */
  readonly onCancel?: () => void;
}

const GLYPHS = ['●', '◆', '▲'] as const;

/** A search over two settings, filling while it runs: the darker the lower the error, the best cell framed and starred. */
export function SearchHeatMap(props: SearchHeatMapProps) {
  const { rows, columns, rowAxis, columnAxis, quantity, overlays = NONE, steps, selected, onSelect, onCancel } = props;
  const { t } = useTranslation(['methods', 'charts']);
  const cells = useCalm(props.cells);
  const { grid, focused, onFocus, onKeyDown } = useGridFocus(rows.length, columns.length, onSelect);
  const find = (row: number, column: number): SearchCell | undefined =>
    cells.find((cell) => cell.row === row && cell.column === column);
  const best = bestCell(cells);
  const done = cells.filter((cell) => cell.state === 'done' || cell.state === 'stopped').length;
  const all = rows.length * columns.length;
  const title = t('methods:picture.search.title', { quantity, row: rowAxis, column: columnAxis });
  const words = (row: number, column: number): string => {
    const cell = find(row, column);
    const at = { row: `${rowAxis} ${rows[row] ?? ''}`, column: `${columnAxis} ${columns[column] ?? ''}` };
    if (cell === undefined || cell.mean === null) {
      return t(`methods:picture.search.${cell?.state === 'running' ? 'running' : 'pending'}`, at);
    }
    const value = formatInterval(cell.mean, cell.halfWidth);
    const said = t(`methods:picture.search.${cell.state === 'stopped' ? 'stopped' : 'cell'}`, { ...at, value });
    return cell === best ? t('methods:picture.search.isBest', { cell: said }) : said;
  };
  return (
    <ChartFrame
      title={title}
      summary={
        best === null
          ? t('methods:picture.search.waiting', { done, all })
          : t('methods:picture.search.summary', {
              done,
              all,
              row: `${rowAxis} ${rows[best.row] ?? ''}`,
              column: `${columnAxis} ${columns[best.column] ?? ''}`,
              value: formatInterval(best.mean, best.halfWidth),
              alike: cells.filter((cell) => asGoodAs(best, cell)).length,
            })
      }
      table={{
        columns: [`${rowAxis} / ${columnAxis}`, ...columns],
        rows: () =>
          rows.map((row, r) => [
            row,
            ...columns.map((_, c) => {
              const cell = find(r, c);
              return cell === undefined || cell.mean === null ? '–' : formatInterval(cell.mean, cell.halfWidth);
            }),
          ]),
      }}
      controls={
        onCancel && (
          <Button kind="quiet" onClick={onCancel}>
            {t('methods:picture.search.cancel')}
          </Button>
        )
      }
      legend={
        <>
          <span className={heat.key}>
            <span>{t('methods:picture.search.high')}</span>
            <span className={heat.swatches} aria-hidden="true">
              {[0, 0.25, 0.5, 0.75, 1].map((share) => (
                <span key={share} style={{ background: inkShade(share) }} />
              ))}
            </span>
            <span>{t('methods:picture.search.low')}</span>
          </span>
          <span>★ {t('methods:picture.search.best')}</span>
          <span>≈ {t('methods:picture.search.alike')}</span>
          {overlays.map(({ label }, index) => (
            <span key={label}>
              {GLYPHS[index % GLYPHS.length]} {label}
            </span>
          ))}
        </>
      }
    >
      <div className={styles.progress}>
        <progress
          max={Math.max(1, steps.all)}
          value={steps.done}
          aria-label={t('methods:picture.search.progress')}
          className={styles.bar}
        />
        <span>
          {t('methods:picture.search.steps', { done: formatInteger(steps.done), all: formatInteger(steps.all) })}
        </span>
      </div>
      <div className={heat.scroll}>
        <table
          ref={grid}
          role="grid"
          aria-label={`${title}. ${t('charts:phase.keys')}`}
          className={styles.grid}
          style={{ '--columns': columns.length }}
          onKeyDown={onKeyDown}
        >
          <thead>
            <tr role="row">
              <th role="columnheader" className={styles.corner}>
                {rowAxis}
              </th>
              {columns.map((column) => (
                <th key={column} role="columnheader" className={styles.column}>
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, r) => (
              <tr key={row} role="row">
                <th role="rowheader" className={styles.row}>
                  {row}
                </th>
                {columns.map((column, c) => {
                  const cell = find(r, c);
                  const chosen = selected?.row === r && selected.column === c;
                  const mean = cell?.mean ?? null;
                  const glyphs = overlays.flatMap((one, index) =>
                    one.cells.some((at) => at.row === r && at.column === c) ? [GLYPHS[index % GLYPHS.length]] : [],
                  );
                  return (
                    <td
                      key={column}
                      role="gridcell"
                      data-cell={`${r} ${c}`}
                      data-state={cell?.state ?? 'pending'}
                      data-best={cell !== undefined && cell === best}
                      className={styles.cell}
                      style={mean === null ? undefined : { background: inkShade(goodness(mean, cells)) }}
                      tabIndex={focused.row === r && focused.column === c ? 0 : -1}
                      aria-selected={chosen}
                      title={words(r, c)}
                      onFocus={() => onFocus({ row: r, column: c })}
                      onClick={() => onSelect(chosen ? null : { row: r, column: c })}
                    >
                      <VisuallyHidden>{words(r, c)}</VisuallyHidden>
                      <span className={styles.number} aria-hidden="true">
                        {mean === null ? (cell?.state === 'running' ? '…' : '') : formatSignificant(mean, 2)}
                      </span>
                      <span className={styles.marks} aria-hidden="true">
                        {cell !== undefined && cell === best && '★'}
                        {cell !== undefined && best !== null && asGoodAs(best, cell) && '≈'}
                        {glyphs.join('')}
                      </span>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={heat.axis}>{columnAxis} →</p>
    </ChartFrame>
  );
}
