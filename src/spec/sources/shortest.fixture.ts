/** A written form of each source with as little in it as is allowed. */
import { packNumbers } from '../packedNumbers';
import { tablePreset } from '../presets.fixture';
import { SOURCES } from './registry';

/** 40 rows with a rule that a split cannot break; the values differ between rows. */
const rows = Array.from({ length: 40 }, (_, row) => row);
const ownTable = {
  source: 'own',
  rows: rows.length,
  inputs: [{ name: 'length', kind: 'number', values: packNumbers(rows) }],
  targets: [
    { name: 'weight', kind: 'number', values: packNumbers(rows.map((row) => row * row)) },
    { name: 'odd', kind: 'yesNo', levels: ['no', 'yes'], values: packNumbers(rows.map((row) => row % 2)) },
  ],
};

/** Those that carry numbers of their own; all others are complete with their name. */
const CARRIED: Readonly<Record<string, object>> = { table: tablePreset.experiment.tasks, own: ownTable };

export const shortestForms: readonly { readonly source: string; readonly written: object }[] = Object.keys(SOURCES).map(
  (source) => ({ source, written: CARRIED[source] ?? { source } }),
);
