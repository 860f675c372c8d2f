import { useEffect, useMemo, useState } from 'react';
import type { PhaseAddress } from '../../src/charts/chartProps';
import { PhaseDiagram } from '../../src/charts/PhaseDiagram';
import { PredictionPad } from '../../src/charts/PredictionPad';
import { SliceChart } from '../../src/charts/SliceChart';
import { useArmMarks } from '../../src/ui/useArmMarks';
import type { PartProps } from './CurvesPart';
import { ANGLES, MANY_ARMS, phaseCells, sliceError, slicePoints } from './syntheticRun';

const ALL = ANGLES.length * (MANY_ARMS.length - 1);

export function PhasePart({ zh, live }: PartProps) {
  const arms = useArmMarks(MANY_ARMS, 3);
  const [known, setKnown] = useState(live ? 0 : ALL - 3);
  const [selected, setSelected] = useState<PhaseAddress | null>({ row: 1, column: 2 });
  useEffect(() => {
    if (!live) return;
    const timer = setInterval(() => setKnown((last) => (last + 1) % (ALL + 1)), 200);
    return () => clearInterval(timer);
  }, [live]);
  const guess = useMemo(() => MANY_ARMS.map((_, i) => 0.6 - 0.02 * i), []);
  const [value, setValue] = useState<readonly (number | null)[]>(() =>
    MANY_ARMS.map((_, i) => (i < 5 ? 0.55 - 0.05 * i : null)),
  );
  const quantity = zh ? '相对误差' : 'relative error';
  const slices = [0, 30, 90].map((angle) => ({
    title: zh ? `夹角 ${angle}°` : `angle ${angle}°`,
    points: slicePoints(MANY_ARMS, angle),
  }));
  return (
    <>
      <PhaseDiagram
        rows={ANGLES.map((angle) => ({ value: angle, label: `${angle}°` }))}
        columns={arms.slice(1)}
        cells={phaseCells(MANY_ARMS, known)}
        rowAxis={zh ? '夹角' : 'angle'}
        columnAxis={zh ? '牵引强度 λ，直到硬共享' : 'pull λ, up to hard'}
        unit="ratio"
        limit={1}
        selected={selected}
        onSelect={setSelected}
      />
      <SliceChart arms={arms} slices={slices} quantity={quantity} kind="error" predictions={[null, guess, null]} />
      <div className="two">
        <PredictionPad
          arms={arms}
          value={value}
          onChange={setValue}
          range={[0, 1.2]}
          quantity={quantity}
          kind="error"
        />
        <PredictionPad
          arms={arms}
          value={guess}
          onChange={setValue}
          range={[0, 1.2]}
          quantity={quantity}
          kind="error"
          locked
          answer={MANY_ARMS.map((arm, i) => ({
            arm: arm.id,
            mean: sliceError(30, i, MANY_ARMS.length),
            halfWidth: 0.04,
          }))}
        />
      </div>
    </>
  );
}
