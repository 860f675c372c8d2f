import { lazy, memo, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { balancingArms } from '../../../charts/fromRecord/methods/weightSeries';
import { searchGrid } from '../../../charts/fromRecord/methods/searchGrid';
import { isRowScheme } from '../../../spec/scheme';
import { AffinityPanel } from './AffinityPanel';
import { LinePanel } from './LinePanel';
import styles from './MethodPanels.module.css';
import { MixingPanel } from './MixingPanel';
import type { PanelProps } from './panelProps';
import { ProbePanel } from './ProbePanel';
import { SearchPanel } from './SearchPanel';
import { WeightPanel } from './WeightPanel';

// What these draw from, words and pictures, is as large as the rest of the page.
const EmbeddingPanel = lazy(async () => ({ default: (await import('./EmbeddingPanel')).EmbeddingPanel }));
const ImagePanel = lazy(async () => ({ default: (await import('./ImagePanel')).ImagePanel }));

/** The pictures that belong to the methods and data of this run; what it does not have is not there. */
export const MethodPanels = memo(function MethodPanels(props: PanelProps) {
  const { t } = useTranslation('charts');
  const { spec } = props.record;
  const source = spec.points[props.point]?.tasks.source;
  const { probes } = spec.evaluation;
  const grid = useMemo(() => searchGrid(spec), [spec]);
  return (
    <>
      {grid !== null && <SearchPanel {...props} grid={grid} />}
      {balancingArms(props.record).length > 0 && <WeightPanel {...props} />}
      {spec.arms.some(({ scheme }) => !isRowScheme(scheme)) && <MixingPanel {...props} />}
      {spec.arms.some(({ scheme }) => scheme.kind === 'shared-private') && <ProbePanel {...props} />}
      {probes.includes('interpolation') && <LinePanel {...props} />}
      {probes.includes('affinity') && <AffinityPanel {...props} />}
      <Suspense fallback={<p className={styles.note}>{t('chart.loading')}</p>}>
        {probes.includes('firstLayer') && source === 'text' && <EmbeddingPanel {...props} />}
        {probes.includes('predictions') && (source === 'digits' || source === 'glyphs') && <ImagePanel {...props} />}
      </Suspense>
    </>
  );
});
