import { useEffect, useMemo, useState } from 'react';
import { Towers } from '../../src/charts/Towers';
import type { SchemeKind } from '../../src/ui/armMark';
import { RangeSlider } from '../../src/ui/RangeSlider';
import type { PartProps } from './CurvesPart';
import { towerLayers } from './syntheticRun';

const KINDS = ['alone', 'soft', 'hard'] as const;
const SPREAD = { alone: 1.3, soft: 0.45, hard: 1 };

export function TowersPart({ zh, live }: PartProps) {
  const [spread, setSpread] = useState(0.45);
  useEffect(() => {
    if (!live) return;
    let at = 0;
    const timer = setInterval(() => {
      at = (at + 0.01) % 1.4;
      setSpread(at);
    }, 50);
    return () => clearInterval(timer);
  }, [live]);
  const names = zh ? ['主干 1', '主干 2', '主干 3', '任务头'] : ['trunk 1', 'trunk 2', 'trunk 3', 'head'];
  const tasks = (zh ? ['物种', '性别', '体重', '年份'] : ['species', 'sex', 'body mass', 'year']).map((name, hue) => ({
    name,
    hue,
    loss: 0.21 + 0.07 * hue,
  }));
  const layers = (kind: SchemeKind, count: number, far: number, widths: readonly number[] = [16, 12, 8, 1]) =>
    towerLayers(widths, count, far, kind === 'hard' ? widths.length - 1 : 0).map((layer, i) => ({
      ...layer,
      name: (i === widths.length - 1 ? names.at(-1) : names[i]) ?? '',
    }));
  const hero = useMemo(() => ({ blockSize: '28rem' }), []);
  return (
    <>
      <RangeSlider label={zh ? '距离' : 'distance'} value={spread} onChange={setSpread} min={0} max={1.4} step={0.01} />
      <div style={hero}>
        <Towers scheme="soft" tasks={tasks.slice(0, 2)} layers={layers('soft', 2, spread)} lambda={0.1} size="hero" />
      </div>
      <div className="row">
        {KINDS.map((kind) => (
          <Towers
            key={kind}
            scheme={kind}
            tasks={tasks.slice(0, 2)}
            layers={layers(kind, 2, SPREAD[kind])}
            lambda={0.03}
            size="medium"
          />
        ))}
      </div>
      <div className="row">
        {KINDS.map((kind) => (
          <Towers
            key={kind}
            scheme={kind}
            tasks={tasks.slice(0, 3)}
            layers={layers(kind, 3, SPREAD[kind], [64, 32, 3])}
            lambda={0.03}
            size="small"
          />
        ))}
        {KINDS.map((kind) => (
          <Towers
            key={kind}
            scheme={kind}
            tasks={tasks.slice(0, 2)}
            layers={layers(kind, 2, SPREAD[kind], [6, 6, 1])}
            lambda={0.03}
            size="tiny"
          />
        ))}
      </div>
      <div style={hero}>
        <Towers
          scheme="hard"
          tasks={tasks}
          layers={layers('hard', 4, 1, [40, 24, 24, 8, 8, 3])}
          sharedLayers={4}
          headFrom={5}
          size="hero"
        />
      </div>
    </>
  );
}
