/**
 * The layers of src/, lowest first. A folder may import from itself and from what stands before it, never from what follows.
 * Folders in one row are neighbours and may import each other.
 */
const LAYERS = [
  ['numeric'],
  ['spec'],
  ['tasks'],
  ['csv'],
  ['presets'],
  ['tensor', 'fused'],
  ['sharing'],
  ['balancing'],
  ['fusion', 'compression'],
  ['training'],
  ['engine'],
  ['worker'],
  ['record'],
  ['recordings'],
  ['session'],
  ['export'],
  ['i18n'],
  ['charts', 'ui'],
  ['course'],
  ['pages'],
  ['app'],
  ['cli'],
];
/** @param {readonly string[]} folders */
const folder = (folders) => `^src/(${folders.join('|')})/`;
/** Tests and what only tests use: they may look across layers. */
const TESTS = '(\\.(test|fixture)\\.tsx?|/testing/[^/]+)$';

const upwards = LAYERS.slice(0, -1).map((layer, index) => ({
  name: `layer-${layer.join('-')}`,
  comment: `Imports go down only: ${layer.join(' and ')} must not know what is built on it.`,
  severity: 'error',
  from: { path: folder(layer), pathNot: TESTS },
  to: { path: folder(LAYERS.slice(index + 1).flat()) },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...upwards,
    {
      name: 'known-folder',
      comment: 'Every folder of src/ has its place in the layers; give a new one its place here.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^src/[^/]+/', pathNot: folder(LAYERS.flat()) },
    },
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or three.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'numeric-imports-nothing',
      severity: 'error',
      from: { path: '^src/numeric/', pathNot: TESTS },
      to: { pathNot: '^src/numeric/' },
    },
    {
      name: 'spec-imports-zod-only',
      severity: 'error',
      from: { path: '^src/spec/', pathNot: TESTS },
      to: { pathNot: ['^src/spec/', '^node_modules/zod/'] },
    },
    {
      name: 'tensorflow-behind-the-engine',
      comment: "The page's own bundle holds no TensorFlow.js; it talks to a worker.",
      severity: 'error',
      from: { path: '^src/', pathNot: [folder(['engine', 'tensor', 'training', 'sharing', 'worker', 'cli']), TESTS] },
      to: { path: '^node_modules/@tensorflow/' },
    },
    {
      name: 'training-through-contracts',
      comment:
        'Everything above the worker sees the training side as events and an engine to command: the contracts in training/events, ' +
        'training/trainer and worker/.',
      severity: 'error',
      from: {
        path: folder(['record', 'recordings', 'session', 'export', 'i18n', 'charts', 'ui', 'course', 'pages', 'app']),
        pathNot: TESTS,
      },
      to: {
        path: folder(['tensor', 'sharing', 'balancing', 'training', 'engine']),
        pathNot: '^src/training/(events|trainer)\\.ts$',
      },
    },
    {
      name: 'record-is-pure',
      comment:
        'A record is folded from events alone, wherever they come from; it knows no engine, only the types of its events.',
      severity: 'error',
      from: { path: '^src/record/', pathNot: TESTS },
      to: { path: folder(['worker', 'engine', 'training']), pathNot: '^src/training/events\\.ts$' },
    },
    {
      name: 'react-in-pictures-and-pages',
      severity: 'error',
      from: { path: '^src/', pathNot: folder(['charts', 'ui', 'course', 'pages', 'app']) },
      to: { path: '^node_modules/(@types/)?(react|react-dom|react-router|react-markdown|recharts)/' },
    },
    {
      name: 'pages-stand-alone',
      comment: 'What two pages share belongs to ui, charts or course.',
      severity: 'error',
      from: { path: '^src/pages/([^/.]+)' },
      to: { path: '^src/pages/', pathNot: '^src/pages/$1[/.]' },
    },
    {
      name: 'no-tests-in-the-product',
      severity: 'error',
      from: { path: '^src/', pathNot: TESTS },
      to: { path: [TESTS, '^e2e/', '^scripts/'] },
    },
    {
      name: 'no-development-packages-in-the-product',
      severity: 'error',
      from: { path: '^src/', pathNot: [TESTS, '^src/vite-env\\.d\\.ts$'] },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    moduleSystems: ['es6'],
    doNotFollow: { path: 'node_modules' },
    // Imports of types count too: a layer that knows the shape of what is above it depends on it.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    extraExtensionsToScan: ['.css', '.json', '.md', '.wasm'],
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
};
