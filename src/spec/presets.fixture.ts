/** Presets in which every field is written out: what tests change one thing of. */
const words = { 'zh-CN': '一句话', en: 'A sentence' };

const head = {
  $schema: 'preset.schema.json',
  version: 1,
  id: 'all-fields',
  title: words,
  claim: words,
  lookAt: words,
  slide: '4.1',
  teacherNotes: words,
};

const training = {
  steps: 100,
  batch: 8,
  optimizer: { kind: 'adam', beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
  learningRate: 0.01,
  schedule: { kind: 'step', every: 50, factor: 0.5 },
};

export const anglePreset = {
  ...head,
  experiment: {
    tasks: {
      source: 'angle',
      teacher: 'relu',
      dimension: 10,
      features: 4,
      angle: 30,
      samples: [40, 50],
      noise: 0.2,
      validationSamples: 20,
      testSamples: 30,
    },
    sweep: { over: 'angle', values: [0, 90] },
    schemes: [
      { scheme: 'alone', id: 'base', learningRate: 0.01, taskWeights: [1, 1] },
      { scheme: 'hard', share: 1 },
      { scheme: 'soft', lambda: 0.1, penalty: 'mean', on: 'all', coupling: 'auto' },
    ],
    seeds: { first: 0, count: 3 },
    model: { trunk: [{ units: 16, activation: 'relu' }], head: [{ units: 4, activation: 'tanh' }], headStart: 'own' },
    training,
    evaluation: { every: 10, gradients: true },
  },
  check: [
    { kind: 'gain', arm: 'hard-1', task: 'first', point: 0, sign: 'positive' },
    { kind: 'order', task: 'first', point: 90, arms: ['base', 'hard-1'] },
    { kind: 'close', task: 'second', arms: ['base', 'soft-0.1'], within: 0.1 },
    { kind: 'score', arm: 'base', task: 'first', min: 0, max: 2 },
  ],
};

export const penguinsPreset = {
  ...head,
  experiment: {
    tasks: { source: 'penguins', tasks: ['mass', 'species', 'sex'], labelled: [20, null, 100] },
    sweep: { over: 'samples', values: [10, 20], task: 'mass' },
    schemes: [{ scheme: 'hard', share: 'trunk' }],
    training: { ...training, optimizer: { kind: 'momentum', momentum: 0.9 }, schedule: { kind: 'cosine', floor: 0.1 } },
  },
};

export const tablePreset = {
  ...head,
  experiment: {
    tasks: {
      source: 'table',
      inputs: [
        [0, 1],
        [1, 0],
        [1, 1],
        [0, 0],
      ],
      tasks: [
        { name: 'or', loss: 'sigmoid', targets: [[1], [1], [1], [0]] },
        { name: 'sum', loss: 'mse', targets: [[1], [1], [2], [0]] },
        {
          name: 'count',
          loss: 'softmax',
          classes: 3,
          inputs: [
            [0, 2],
            [2, 0],
            [2, 2],
            [0, 0],
          ],
          targets: [[1], [1], [2], [0]],
        },
      ],
      split: { train: [0, 1], validation: [2], test: [3] },
    },
    schemes: [{ scheme: 'alone' }],
    training: { steps: 10, optimizer: { kind: 'sgd' }, schedule: { kind: 'constant' } },
  },
};
