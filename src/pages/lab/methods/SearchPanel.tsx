import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { SearchGrid, Strength } from '../../../charts/fromRecord/methods/searchGrid';
import { searchView, type OtherSearch } from '../../../charts/fromRecord/methods/searchView';
import { SearchHeatMap } from '../../../charts/methods/SearchHeatMap';
import { formatInteger, formatSignificant } from '../../../i18n';
import { useLab, useLabState } from '../LabContext';
import styles from './MethodPanels.module.css';
import type { PanelProps } from './panelProps';

/** A search over learning rates and strengths of sharing, filling while it trains; beside it two cheaper ones, told from the same run. */
export function SearchPanel({ record, point, evaluation, grid }: PanelProps & { readonly grid: SearchGrid }) {
  const { t } = useTranslation(['lab', 'charts']);
  const { lab, session } = useLab();
  const running = useStore(session.store, (state) => state.phase === 'running');
  const arm = useLabState((state) => state.arm);
  const view = useMemo(() => searchView(record, grid, { point, evaluation }), [record, grid, point, evaluation]);
  const written = (strength: Strength): string =>
    typeof strength === 'number' ? formatSignificant(strength) : t(`charts:scheme.${strength}`);
  const row = grid.arms.findIndex((arms) => arm !== null && arms.includes(arm));
  const others = [
    { name: 'halving' as const, search: view.halving },
    { name: 'random' as const, search: view.random },
  ];
  const told = (name: 'halving' | 'random', search: OtherSearch | null): string | null =>
    search?.chosen === null || search?.chosen === undefined || search.steps === null
      ? null
      : t(`lab:panels.search.${name}End`, {
          arm: armName(grid, search.chosen, written, t('lab:panels.search.rate')),
          steps: formatInteger(search.steps),
          all: formatInteger(view.steps.all),
        });
  return (
    <div className={styles.panel}>
      <SearchHeatMap
        rows={grid.rates.map((rate) => formatSignificant(rate))}
        columns={grid.strengths.map(written)}
        rowAxis={t('lab:panels.search.rate')}
        columnAxis="λ"
        quantity={t('lab:panels.search.quantity')}
        cells={view.cells}
        overlays={others.flatMap(({ name, search }) =>
          search === null ? [] : [{ label: t(`lab:panels.search.${name}`), cells: search.cells }],
        )}
        steps={view.steps}
        selected={row < 0 || arm === null ? null : { row, column: grid.arms[row]?.indexOf(arm) ?? 0 }}
        onSelect={(cell) => lab.look({ arm: cell === null ? null : (grid.arms[cell.row]?.[cell.column] ?? null) })}
        {...(running ? { onCancel: () => session.pause() } : {})}
      />
      {others.map(({ name, search }) => {
        const sentence = told(name, search);
        return (
          sentence !== null && (
            <p key={name} className={styles.note}>
              {sentence}
            </p>
          )
        );
      })}
    </div>
  );
}

function armName(grid: SearchGrid, arm: number, written: (strength: Strength) => string, rateName: string): string {
  const row = grid.arms.findIndex((arms) => arms.includes(arm));
  const strength = grid.strengths[grid.arms[row]?.indexOf(arm) ?? -1];
  const lambda =
    strength === undefined ? '' : typeof strength === 'number' ? `λ ${written(strength)}` : written(strength);
  return `${rateName} ${formatSignificant(grid.rates[row] ?? 0)}, ${lambda}`;
}
