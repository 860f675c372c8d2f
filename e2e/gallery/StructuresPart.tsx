import { StructureDiagram } from '../../src/charts/methods/StructureDiagram';
import { structureOf } from '../../src/charts/methods/structureOf';
import type { ExpertsScheme, Scheme } from '../../src/spec/scheme';
import type { PartProps } from './CurvesPart';

const EXPERTS: ExpertsScheme = { kind: 'experts', gating: 'task', experts: 8, ownExperts: 0, units: 8, levels: 1 };

const SCHEMES: readonly (readonly [string, Scheme, number])[] = [
  ['soft', { kind: 'soft', lambda: 0.1, penalty: 'pairwise', on: 'trunk', coupling: 'proximal' }, 3],
  [
    'hard, groups',
    {
      kind: 'hard',
      sharedLayers: 2,
      groups: [
        [0, 2],
        [1, 3],
      ],
    },
    5,
  ],
  ['cross-stitch', { kind: 'cross-stitch', same: 0.9, rateFactor: 10 }, 2],
  ['sluice', { kind: 'sluice', subspaces: 2, same: 0.9, rateFactor: 10, orthogonality: 0 }, 3],
  [
    'shared-private',
    { kind: 'shared-private', adversary: 0.05, discriminatorSteps: 5, discriminatorRate: 0.02, orthogonality: 0.01 },
    3,
  ],
  ['OMoE', { ...EXPERTS, gating: 'common' }, 2],
  ['MMoE', EXPERTS, 2],
  ['CGC', { ...EXPERTS, gating: 'ple', experts: 2, ownExperts: 2 }, 3],
  ['PLE', { ...EXPERTS, gating: 'ple', experts: 2, ownExperts: 1, levels: 2 }, 2],
  ['adapters', { kind: 'adapters', rank: 2, trunkSteps: 100 }, 3],
];

/** Every mixed scheme as boxes and lines. */
export function StructuresPart({ zh }: PartProps) {
  const names = zh ? ['主题', '褒贬', '名称', '长短', '语种'] : ['topic', 'praise', 'names', 'length', 'language'];
  const tasks = names.map((name, hue) => ({ name, hue }));
  return (
    <div className="two">
      {SCHEMES.map(([name, scheme, count]) => (
        <StructureDiagram
          key={name}
          structure={structureOf(scheme, count, 2)}
          tasks={tasks.slice(0, count)}
          heading={name}
        />
      ))}
    </div>
  );
}
