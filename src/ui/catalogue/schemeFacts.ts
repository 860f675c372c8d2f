/** Ways of sharing as a reader chooses them: soft sharing, meta-learning and experts each come in several. */
import type { MetaScheme, Scheme, SoftScheme } from '../../spec/scheme';
import type { MethodFacts } from './methodFacts';

export type SchemeMethod =
  | Exclude<Scheme['kind'], 'soft' | 'meta' | 'experts'>
  | 'full'
  | `soft-${SoftScheme['penalty']}`
  | MetaScheme['method']
  | 'omoe'
  | 'mmoe'
  | 'ple';

const META = { innerSteps: 'innerSteps', outerRate: 'outerRate', annealOver: 'annealOver' } as const;
const EXPERTS = { experts: 'experts', units: 'units' } as const;

export const SCHEME_FACTS = {
  alone: { papers: [], knobs: {} },
  hard: { papers: ['caruana'], knobs: { sharedLayers: 'share', groups: 'groups' } },
  full: { papers: ['caruana'], knobs: { sharedLayers: 'share', groups: 'groups' } },
  'soft-pairwise': { papers: ['duong'], knobs: { lambda: 'lambda', on: 'on', coupling: 'coupling' } },
  'soft-mean': { papers: ['evgeniou'], knobs: { lambda: 'lambda', on: 'on', coupling: 'coupling' } },
  // L1 and trace norm have no usable gradient where it matters: only the exact step.
  'soft-l1': { papers: ['fusedLasso'], knobs: { lambda: 'lambda', on: 'on' } },
  'soft-trace': { papers: ['traceNorm'], knobs: { lambda: 'lambda', on: 'on' } },
  reptile: { papers: ['reptile'], knobs: META },
  fomaml: { papers: ['maml', 'reptile'], knobs: META },
  'cross-stitch': { papers: ['crossStitch'], knobs: { same: 'same', rateFactor: 'rateFactor' } },
  sluice: {
    papers: ['sluice'],
    knobs: { subspaces: 'subspaces', same: 'same', rateFactor: 'rateFactor', orthogonality: 'orthogonality' },
  },
  'shared-private': {
    papers: ['sharedPrivate'],
    knobs: {
      adversary: 'adversary',
      discriminatorSteps: 'discriminatorSteps',
      discriminatorRate: 'discriminatorRate',
      orthogonality: 'orthogonality',
    },
  },
  omoe: { papers: ['mmoe'], knobs: EXPERTS },
  mmoe: { papers: ['mmoe'], knobs: EXPERTS },
  ple: { papers: ['ple'], knobs: { ...EXPERTS, ownExperts: 'ownExperts', levels: 'levels' } },
  adapters: { papers: ['lora'], knobs: { rank: 'rank', trunkSteps: 'trunkSteps' } },
} as const satisfies Readonly<Record<SchemeMethod, MethodFacts>>;
