import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PhaseAddress } from '../../../charts/chartProps';
import { PhaseDiagram } from '../../../charts/PhaseDiagram';
import { formatSignificant } from '../../../i18n';
import type { RunRecord } from '../../../record/runRecord';
import { useRunMarks } from '../../../charts/fromRecord/useRunMarks';
import { measureSlices } from '../../measure/slice';
import { phaseCells, phaseColumns } from '../phaseCells';
import { CellDialog } from './CellDialog';

export interface PhaseFigureProps {
  readonly record: RunRecord;
  /** Index into `record.evaluations`, `-1` = the newest. */
  readonly evaluation: number;
  /** Swept value whose row stays covered (a prediction is still to be made); `null` = none. */
  readonly covered: number | null;
  /** Swept value whose row is spoken of: the cell of the lambda that validation chose there is outlined. */
  readonly highlighted?: number;
}

/** Gains at which the colour is full: past doubling the error, more red says nothing more. */
const FULL_COLOUR = 1;

/** Figure 7: angle between the tasks against lambda; a cell opens its runs. */
export function PhaseFigure({ record, evaluation, covered, highlighted }: PhaseFigureProps) {
  const { t } = useTranslation('course');
  const { arms } = useRunMarks(record.spec, record.tasks);
  const [selected, setSelected] = useState<PhaseAddress | null>(null);
  const columns = phaseColumns(record);
  const rows = record.spec.points.map(({ value }, point) => ({
    value: value ?? point,
    label: value === null ? '' : `${formatSignificant(value)}°`,
  }));
  const coveredRow = rows.findIndex((row) => row.value === covered);
  const cells = phaseCells(record, evaluation).filter((cell) => cell.row !== coveredRow);
  const arm = selected === null ? undefined : columns[selected.column];
  return (
    <>
      <PhaseDiagram
        rows={rows}
        columns={columns.flatMap((index) => arms[index] ?? [])}
        cells={cells}
        rowAxis={t('hardAgainstSoft.figure.rowAxis')}
        columnAxis={t('hardAgainstSoft.figure.columnAxis')}
        unit="ratio"
        limit={FULL_COLOUR}
        selected={selected ?? chosenCell(record, evaluation, highlighted)}
        onSelect={(cell) => setSelected(cell !== null && cell.row === coveredRow ? null : cell)}
      />
      {selected !== null && arm !== undefined && (
        <CellDialog record={record} point={selected.row} arm={arm} onClose={() => setSelected(null)} />
      )}
    </>
  );
}

function chosenCell(record: RunRecord, evaluation: number, value: number | undefined): PhaseAddress | null {
  const slice =
    value === undefined ? undefined : measureSlices(record, evaluation).find((entry) => entry.value === value);
  const column = slice === undefined ? -1 : phaseColumns(record).indexOf(slice.softArm);
  return slice === undefined || column < 0 ? null : { row: slice.point, column };
}
