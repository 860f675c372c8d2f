import { useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { SchemeGlyph } from '../ui/SchemeGlyph';
import { ChartFrame } from './ChartFrame';
import type { PhaseAddress, PhaseDiagramProps } from './chartProps';
import { formatMean } from '../ui/formatInterval';
import { gainLimit } from './gainLimit';
import { gainShade } from './gainShade';
import { gainText, VERDICT_ARROW } from './gainText';
import styles from './PhaseDiagram.module.css';
import { PhaseLegend } from './PhaseLegend';
import { phaseSummary } from './phaseSummary';
import { useCalm } from './useCalm';

/**
 * Where does sharing pay? One cell per setting of the data (row) and way of sharing (column): its gain in colour, number
 * and arrow. Cells fill while the run goes on; a chosen cell opens its runs.
 */
export function PhaseDiagram(props: PhaseDiagramProps) {
  const { rows, columns, rowAxis, columnAxis, unit, selected, onSelect } = props;
  const { t } = useTranslation('charts');
  const cells = useCalm(props.cells);
  const limit = props.limit ?? gainLimit(cells.map(({ mean }) => ({ mean, halfWidth: null })));
  const [focused, setFocused] = useState<PhaseAddress>({ row: 0, column: 0 });
  const grid = useRef<HTMLTableElement>(null);
  const title = t('phase.title', { row: rowAxis, column: columnAxis });
  const find = (row: number, column: number) => cells.find((cell) => cell.row === row && cell.column === column);

  const onKeyDown = (event: KeyboardEvent): void => {
    const { row, column } = focused;
    const [lastRow, lastColumn] = [rows.length - 1, columns.length - 1];
    const targets: Record<string, PhaseAddress> = {
      ArrowUp: { row: Math.max(0, row - 1), column },
      ArrowDown: { row: Math.min(lastRow, row + 1), column },
      ArrowLeft: { row, column: Math.max(0, column - 1) },
      ArrowRight: { row, column: Math.min(lastColumn, column + 1) },
      Home: { row, column: 0 },
      End: { row, column: lastColumn },
    };
    const target = targets[event.key];
    if (target !== undefined) {
      setFocused(target);
      grid.current?.querySelector<HTMLElement>(`[data-cell="${target.row} ${target.column}"]`)?.focus();
    } else if (event.key === 'Enter') onSelect(focused);
    else if (event.key === 'Escape' && selected !== null) onSelect(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const table = {
    columns: [rowAxis, ...columns.map((arm) => arm.label)],
    rows: () =>
      rows.map((row, r) => [
        row.label,
        ...columns.map((_, c) => {
          const cell = find(r, c);
          return cell === undefined ? '–' : `${gainText(cell, unit)} ${VERDICT_ARROW[cell.verdict]}`;
        }),
      ]),
  };
  return (
    <ChartFrame
      title={title}
      summary={phaseSummary({ rows, columns, cells, unit }, t)}
      table={table}
      legend={<PhaseLegend limit={limit} unit={unit} />}
    >
      <div className={styles.scroll}>
        <table
          ref={grid}
          role="grid"
          aria-label={`${title}. ${t('phase.keys')}`}
          className={styles.grid}
          onKeyDown={onKeyDown}
        >
          <thead>
            <tr role="row">
              <th role="columnheader" className={styles.corner}>
                <span>{rowAxis}</span>
              </th>
              {columns.map((arm) => (
                <th key={arm.id} role="columnheader" className={styles.column} title={arm.label}>
                  {arm.kind === 'soft' ? (
                    arm.shortLabel.replace('λ ', '')
                  ) : (
                    <SchemeGlyph kind={arm.kind} label={arm.label} />
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, r) => (
              <tr key={row.value} role="row">
                <th role="rowheader" className={styles.row}>
                  {row.label}
                </th>
                {columns.map((arm, c) => {
                  const cell = find(r, c);
                  const at = { row: row.label, column: arm.label };
                  const chosen = selected?.row === r && selected.column === c;
                  return (
                    <td
                      key={arm.id}
                      role="gridcell"
                      data-cell={`${r} ${c}`}
                      data-verdict={cell?.verdict ?? 'empty'}
                      className={styles.cell}
                      style={cell === undefined ? undefined : { background: gainShade(cell.mean, limit) }}
                      tabIndex={focused.row === r && focused.column === c ? 0 : -1}
                      aria-selected={chosen}
                      aria-label={
                        cell === undefined
                          ? t('phase.emptyCell', at)
                          : t('phase.cell', { ...at, gain: gainText(cell, unit), verdict: t(`gain.${cell.verdict}`) })
                      }
                      title={cell === undefined ? undefined : gainText(cell, unit)}
                      onFocus={() => setFocused({ row: r, column: c })}
                      onClick={() => onSelect(chosen ? null : { row: r, column: c })}
                    >
                      {cell !== undefined && (
                        <>
                          <span className={styles.number}>
                            {formatMean(unit === 'ratio' ? Math.round(cell.mean * 100) / 100 : cell.mean, {
                              signed: true,
                              style: unit === 'ratio' ? 'percent' : 'number',
                            })}
                          </span>
                          <span className={styles.arrow}>{VERDICT_ARROW[cell.verdict]}</span>
                        </>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={styles.axis}>{columnAxis} →</p>
    </ChartFrame>
  );
}
