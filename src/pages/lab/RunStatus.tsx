import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownRun } from '../../charts/fromRecord/useShownRecord';
import { formatInteger } from '../../i18n';
import type { RunRecord } from '../../record/runRecord';
import { transferGains } from '../../record/transferGains';
import { StatusLine } from '../../ui/StatusLine';

export interface RunStatusProps {
  readonly record: RunRecord;
  readonly phase: ShownRun['phase'];
}

/** The run in one sentence for those who do not see it: rarely while it runs, at once when it stops. */
export function RunStatus({ record, phase }: RunStatusProps) {
  const { t } = useTranslation('lab');
  const settled = phase !== 'running' && phase !== 'loading';
  const gains = useMemo(() => (settled ? transferGains(record, -1, { split: 'test' }) : []), [settled, record]);
  const count = (verdict: 'helps' | 'hurts' | 'undecided'): number =>
    gains.filter((row) => row.verdict === verdict).length;
  const steps = formatInteger(record.spec.training.steps);
  const where = t('status.at', { state: t(`state.${phase}`), step: formatInteger(record.step), steps });
  const what =
    settled && record.step > 0 && gains.length > 0
      ? t('status.gains', { helps: count('helps'), hurts: count('hurts'), undecided: count('undecided') })
      : '';
  return <StatusLine message={`${where} ${what}`.trim()} urgent={settled} hidden />;
}
