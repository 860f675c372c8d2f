/** Faults in networks, seeds and measuring, and experiments that are too large. */
import type { Case } from './case.fixture';
import { experiment } from './changed.fixture';

const wide = { trunk: [{ units: 512 }, { units: 512 }] };
const manyArms = Array.from({ length: 20 }, (_, i) => ({ scheme: 'soft', lambda: i }));

export const networkCases: readonly Case[] = [
  ['a model that is a number', experiment({ model: 3 }), 'wrong-type', 'experiment.model', '3', 'trunk, head'],
  [
    'a trunk of numbers',
    experiment({ model: { trunk: [16] } }),
    'wrong-type',
    'experiment.model.trunk[0]',
    '16',
    'units, activation',
  ],
  [
    'a layer without units',
    experiment({ model: { trunk: [{}] } }),
    'missing',
    'experiment.model.trunk[0].units',
    '512',
  ],
  [
    'a wide layer',
    experiment({ model: { trunk: [{ units: 513 }] } }),
    'out-of-range',
    'experiment.model.trunk[0].units',
    '513',
    '512',
  ],
  [
    'another activation',
    experiment({ model: { trunk: [{ units: 8, activation: 'gelu' }] } }),
    'not-one-of',
    'experiment.model.trunk[0].activation',
    '"gelu"',
    'relu, tanh, linear',
  ],
  [
    '16 hidden layers',
    experiment({ model: { trunk: Array.from({ length: 16 }, () => ({ units: 2 })) } }),
    'list-length',
    'experiment.model.trunk',
    '16',
    '15',
  ],
  [
    '17 layers together',
    experiment({
      model: {
        trunk: Array.from({ length: 8 }, () => ({ units: 2 })),
        head: Array.from({ length: 8 }, () => ({ units: 2 })),
      },
    }),
    'layers-total',
    'experiment.model',
    '17',
    '16',
  ],
  ['convolutions', experiment({ model: { conv: [] } }), 'unknown-key', 'experiment.model.conv', 'trunk, head'],
  ['seeds as a list', experiment({ seeds: [1, 2] }), 'wrong-type', 'experiment.seeds', '[…]', 'first, count'],
  ['no seed', experiment({ seeds: { count: 0 } }), 'out-of-range', 'experiment.seeds.count', '0', '200'],
  ['201 seeds', experiment({ seeds: { count: 201 } }), 'out-of-range', 'experiment.seeds.count', '201', '200'],
  [
    'a seed of 2^32',
    experiment({ seeds: { first: 2 ** 32, count: 1 } }),
    'out-of-range',
    'experiment.seeds.first',
    '4294967296',
    '4,294,967,295',
  ],
  [
    'seeds beyond the last',
    experiment({ seeds: { first: 2 ** 32 - 2, count: 3 } }),
    'seeds-overflow',
    'experiment.seeds',
    '4,294,967,296',
    '4,294,967,295',
  ],
  [
    'gradients of no trunk',
    experiment({ model: { trunk: [] }, schemes: [{ scheme: 'alone' }], evaluation: { gradients: true } }),
    'no-trunk-gradients',
    'experiment.evaluation.gradients',
  ],
  [
    'gradients perhaps',
    experiment({ evaluation: { gradients: 'yes' } }),
    'wrong-type',
    'experiment.evaluation.gradients',
    '"yes"',
    'true, false',
  ],
];

export const sizeCases: readonly Case[] = [
  [
    '4,200 networks',
    experiment({ schemes: manyArms, seeds: { count: 100 } }),
    'too-many-lanes',
    'experiment',
    '4,200',
    '4,000',
    '21',
    '100',
    '2',
  ],
  [
    'wide networks, many seeds',
    experiment({ model: wide, seeds: { count: 100 }, evaluation: { gradients: false } }),
    'too-many-parameters',
    'experiment',
    '20,000,000',
  ],
  [
    'too much data',
    experiment({ tasks: { source: 'angle', dimension: 512, samples: 20_000 }, training: {} }),
    'too-much-data',
    'experiment',
    '32,000,000',
  ],
  [
    'measuring everything always',
    experiment({ training: { steps: 100_000 }, seeds: { count: 100 }, evaluation: { every: 1, gradients: false } }),
    'record-too-large',
    'experiment',
    '32,000,000',
  ],
];
