import { useState } from 'react';
import { Button } from '../../src/ui/Button';
import { Checkbox } from '../../src/ui/Checkbox';
import { DataTable } from '../../src/ui/DataTable';
import { Dialog } from '../../src/ui/Dialog';
import { Disclosure } from '../../src/ui/Disclosure';
import { HelpTip } from '../../src/ui/HelpTip';
import { Interval } from '../../src/ui/Interval';
import { Knob } from '../../src/ui/Knob';
import { NumberField } from '../../src/ui/NumberField';
import { RangeSlider } from '../../src/ui/RangeSlider';
import { SchemeGlyph } from '../../src/ui/SchemeGlyph';
import { SegmentedControl } from '../../src/ui/SegmentedControl';
import { Select } from '../../src/ui/Select';
import { StatusLine } from '../../src/ui/StatusLine';
import { Tabs } from '../../src/ui/Tabs';
import { Toggle } from '../../src/ui/Toggle';
import { Toolbar } from '../../src/ui/Toolbar';
import type { PartProps } from './CurvesPart';

const WORDS = {
  en: {
    run: 'Run',
    step: 'One step',
    rewind: 'Rewind',
    seed: 'New seed',
    why: 'Not while the run goes on',
    angle: 'Angle between the tasks',
    angleHelp: 'How differently the two tasks use the same features: at 0° they are the same task, at 90° unrelated.',
    lambda: 'Pull λ',
    lambdaHelp: 'How strongly the towers are pulled together. 0 leaves them alone; without end, they become one.',
    alone: 'alone',
    soft: 'soft',
    hard: 'hard',
    seeds: 'Seeds',
    scheme: 'Way of sharing',
    more: 'More knobs',
    text: 'Two tasks, one question: does it pay to share? The answer depends on how related they are, on how much data each has, and on what exactly is shared.',
    status: 'Step 240 of 500, 10 seeds, 3 ways of sharing.',
  },
  zh: {
    run: '运行',
    step: '单步',
    rewind: '倒回',
    seed: '换种子',
    why: '运行中不能改',
    angle: '任务夹角',
    angleHelp: '两个任务使用同一组特征的方式差多少：0° 是同一个任务，90° 毫不相关。',
    lambda: '牵引强度 λ',
    lambdaHelp: '把各塔拉近的力度。取 0 互不相干，取到无穷大就合成一座。',
    alone: '单独训练',
    soft: '软共享',
    hard: '硬共享',
    seeds: '随机种子数',
    scheme: '共享方式',
    more: '更多设置',
    text: '两个任务，一个问题：共享划算吗？答案取决于任务有多相关、各有多少数据，以及究竟共享了什么。负迁移不是一个词，而是一个可以量出来的数。',
    status: '第 240 步，共 500 步；10 个随机种子，3 种共享方式。',
  },
};

export function ControlsPart({ zh }: PartProps) {
  const w = zh ? WORDS.zh : WORDS.en;
  const [angle, setAngle] = useState(30);
  const [lambda, setLambda] = useState(0.01);
  const [seeds, setSeeds] = useState(10);
  const [scheme, setScheme] = useState<'alone' | 'soft' | 'hard'>('soft');
  const [open, setOpen] = useState(false);
  const [on, setOn] = useState(true);
  const [tab, setTab] = useState<'a' | 'b'>('a');
  const schemes = (['alone', 'soft', 'hard'] as const).map((value) => ({
    value,
    label: w[value],
    glyph: <SchemeGlyph kind={value} />,
  }));
  return (
    <div className="two">
      <div>
        <h1>{w.scheme}</h1>
        <p>{w.text}</p>
        <Toolbar label={w.run}>
          <Button kind="primary" size="large" onClick={() => setOn(!on)} shortcut="space">
            {w.run}
          </Button>
          <Button onClick={() => setOn(!on)} shortcut=".">
            {w.step}
          </Button>
          <Button onClick={() => setOn(!on)} pressed={on}>
            {w.rewind}
          </Button>
          <Button onClick={() => setOpen(true)} disabledReason={w.why}>
            {w.seed}
          </Button>
          <Button kind="quiet" onClick={() => setOpen(true)}>
            {w.more}
          </Button>
        </Toolbar>
        <StatusLine message={w.status} />
        <p>
          <Interval mean={0.1234} halfWidth={0.031} style="percent" signed /> ·{' '}
          <Interval mean={0.4583} halfWidth={0.08} /> · <HelpTip help={w.lambdaHelp}>{w.lambda}</HelpTip>
        </p>
        <SegmentedControl label={w.scheme} value={scheme} onChange={setScheme} choices={schemes} />
        <Tabs
          label={w.scheme}
          value={tab}
          onChange={setTab}
          tabs={[
            { value: 'a', label: w.alone, panel: <p>{w.text}</p> },
            { value: 'b', label: w.hard, panel: <p>{w.angleHelp}</p> },
          ]}
        />
        <Disclosure summary={w.more}>
          <p>{w.text}</p>
        </Disclosure>
        <DataTable
          caption={w.scheme}
          columns={[w.seeds, w.alone, w.hard]}
          rows={() => [
            ['1', '0.46', '0.39'],
            ['2', '0.44', '0.41'],
          ]}
        />
      </div>
      <div className="knobs">
        <Knob label={w.angle} help={w.angleHelp} effect="restart">
          <RangeSlider
            label={w.angle}
            labelHidden
            value={angle}
            onChange={setAngle}
            min={0}
            max={180}
            step={5}
            unit="°"
          />
        </Knob>
        <Knob label={w.lambda} help={w.lambdaHelp} effect="live" onReset={() => setLambda(0.01)}>
          <RangeSlider
            label={w.lambda}
            labelHidden
            value={lambda}
            onChange={setLambda}
            min={1e-4}
            max={10}
            scale="log-with-zero"
            marks={[
              { value: 0, label: w.alone },
              { value: 10, label: w.hard },
            ]}
          />
        </Knob>
        <Knob label={w.seeds} effect="restart">
          <NumberField label={w.seeds} labelHidden value={seeds} onCommit={setSeeds} min={1} max={50} integer />
        </Knob>
        <Knob label={w.scheme} effect="restart">
          <Select label={w.scheme} labelHidden value={scheme} onChange={setScheme} choices={schemes} />
        </Knob>
        <Toggle label={w.more} checked={on} onChange={setOn} />
        <br />
        <Checkbox label={w.soft} checked={on} onChange={setOn} />
      </div>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={w.more}
        actions={<Button onClick={() => setOpen(false)}>{w.run}</Button>}
      >
        <p>{w.text}</p>
      </Dialog>
    </div>
  );
}
