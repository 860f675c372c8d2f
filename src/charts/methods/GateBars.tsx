import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInterval } from '../../ui/formatInterval';
import type { TaskMark } from '../../ui/taskMark';
import { useElementSize } from '../../ui/useElementSize';
import { useTextSize } from '../../ui/useTextSize';
import { ChartFrame } from '../ChartFrame';
import { useCalm } from '../useCalm';
import { GateBarsPlot } from './GateBarsPlot';
import { gateSummary } from './gateSummary';
import type { Gate } from './gate';

export interface GateBarsProps {
  readonly tasks: readonly TaskMark[];
  readonly gates: readonly Gate[];
  /** Names of the experts, shared ones first, e.g. `1`, `2`, `own 1`. */
  readonly experts: readonly string[];
  readonly heading?: string;
}

/** Which expert each task listens to: one row of bars per gate, in the hue of its task, with a line at equal shares. */
export function GateBars({ tasks, gates: given, experts, heading }: GateBarsProps) {
  const { t } = useTranslation(['methods', 'charts']);
  const gates = useCalm(given);
  const frame = useRef<HTMLDivElement>(null);
  const { width } = useElementSize(frame);
  const fontSize = useTextSize();
  const nameOf = (gate: Gate): string =>
    gate.task === null ? t('methods:picture.gates.common') : (tasks[gate.task]?.name ?? '');
  const rowHeight = fontSize * 7.5;
  const height = rowHeight * gates.length + fontSize * 2.2;
  return (
    <ChartFrame
      title={heading ?? t('methods:picture.gates.title')}
      summary={gateSummary({ gates, experts, nameOf }, t)}
      table={{
        columns: [t('methods:picture.gates.gate'), ...experts],
        rows: () =>
          gates.map((gate) => [
            nameOf(gate),
            ...experts.map((_, e) => formatInterval(gate.shares[e] ?? NaN, gate.halfWidth?.[e] ?? null)),
          ]),
      }}
      legend={
        <span>
          {t('methods:picture.gates.how')}
          {gates.some((gate) => gate.halfWidth !== null) && ` · ${t('charts:slice.measuredHelp')}`}
        </span>
      }
    >
      <div ref={frame} style={{ blockSize: height, minInlineSize: 0 }}>
        {width > 0 && (
          <GateBarsPlot
            names={gates.map(nameOf)}
            hues={gates.map((gate) => (gate.task === null ? null : (tasks[gate.task]?.hue ?? null)))}
            {...{ gates, experts, width, height, rowHeight, fontSize }}
          />
        )}
      </div>
    </ChartFrame>
  );
}
