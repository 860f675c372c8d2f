import { useState } from 'react';
import { GainBars } from '../../src/charts/GainBars';
import { Sparkline } from '../../src/charts/Sparkline';
import { StepScrubber } from '../../src/charts/StepScrubber';
import { useArmMarks } from '../../src/ui/useArmMarks';
import type { PartProps } from './CurvesPart';
import { FEW_ARMS, MANY_ARMS, gainBars, LAST_STEP } from './syntheticRun';

const STEPS = Array.from({ length: 51 }, (_, i) => i * 10);
const FALLING = STEPS.map((step) => Math.exp(-step / 90) + 0.02 * Math.sin(step));

export function GainsPart({ zh }: PartProps) {
  const few = useArmMarks(FEW_ARMS, 3);
  const many = useArmMarks(MANY_ARMS, 3);
  const [cursor, setCursor] = useState<number | null>(20);
  const tasks = (zh ? ['物种', '性别', '体重'] : ['species', 'sex', 'body mass']).map((name, hue) => ({ name, hue }));
  return (
    <>
      <div className="two">
        <GainBars tasks={tasks} arms={few} bars={gainBars(FEW_ARMS, 3)} unit="ratio" />
        <GainBars tasks={tasks.slice(0, 2)} arms={many} bars={gainBars(MANY_ARMS, 2)} unit="absolute" limit={0.3} />
      </div>
      <GainBars tasks={tasks} arms={few} bars={[]} unit="ratio" />
      <StepScrubber
        steps={STEPS}
        lastStep={LAST_STEP}
        cursor={cursor}
        onCursorChange={setCursor}
        adjustments={[{ step: 150, label: 'λ 0.01 → 0.1' }]}
      />
      <p>
        <Sparkline values={FALLING} hue={0} kind="hard" /> <Sparkline values={FALLING} hue={1} kind="soft" />{' '}
        <Sparkline values={FALLING} hue={null} kind="alone" label="falls" />
      </p>
    </>
  );
}
