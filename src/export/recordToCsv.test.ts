import { describe, expect, it } from 'vitest';
import { sampleRecord, sampleSpec } from '../record/sampleRun.fixture';
import { csvText } from './csvText';
import { recordToCsv } from './recordToCsv';

/** An independent reader of RFC 4180, for what the writer must be readable by. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  for (const match of text.matchAll(cell)) {
    row.push((match[1] ?? match[2] ?? '').replaceAll('""', '"'));
    if (match[3] === '\r\n') {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

function table(text: string): Record<string, string>[] {
  const [header = [], ...rows] = readCsv(text);
  return rows.map((row) => Object.fromEntries(header.map((name, index) => [name, row[index] ?? ''])));
}

describe('csvText', () => {
  it('reads back what was written', () => {
    const rows = [
      ['a,b', 'say "x"', 'two\r\nlines', ''],
      ['温度', 'plain', '1e-7', '0.1'],
    ];
    expect(readCsv(csvText(rows))).toEqual(rows);
  });

  it('writes numbers that read back exactly and nothing for what is missing', () => {
    expect(csvText([[1e-7, Math.PI, -0.1, null, 4294967295]])).toBe('1e-7,3.141592653589793,-0.1,,4294967295\r\n');
  });

  it('lets no text pass for a formula', () => {
    expect(csvText([['=HYPERLINK("x")', '+1', '@a', '-b', 'a=b']])).toBe(
      '"\'=HYPERLINK(""x"")",\'+1,\'@a,\'-b,a=b\r\n',
    );
  });
});

describe('recordToCsv', () => {
  const record = sampleRecord(sampleSpec([5, 6]), [0, 10], (step) => (_, index) => step + index / 8);

  it('has one row per step, point, arm, seed and task', () => {
    const rows = table(recordToCsv(record));
    expect(rows).toHaveLength(2 * 1 * 3 * 2 * 2);
    const keys = rows.map((row) => [row['step'], row['point'], row['arm'], row['seed'], row['task']].join());
    expect(new Set(keys).size).toBe(rows.length);
  });

  it('puts every number where it belongs', () => {
    const rows = table(recordToCsv(record));
    const row = rows.find(
      (entry) =>
        entry['step'] === '10' && entry['arm'] === 'soft-0.1' && entry['seed'] === '6' && entry['task'] === 'mass',
    );
    // Lane 5 of 6: task 1 stands at 11, layers at 10 and 11, the one pair at 5.
    expect(row).toMatchObject({
      scheme: 'soft',
      lambda: '0.1',
      learning_rate: '0.01',
      score_kind: 'relativeError',
      test_loss: String(10 + 11 / 8),
      distance_layer_1: String(10 + 10 / 8),
      weight_cosine_layer_2: String(10 + 11 / 8),
      gradient_cosine_species_mass: String(10 + 5 / 8),
      point_value: '',
    });
  });

  it('tells live changes from the step on which they were made', () => {
    const changed = { ...record, adjustments: [{ step: 5, arm: 'soft-0.1', lambda: 3 }] };
    const soft = table(recordToCsv(changed)).filter((row) => row['arm'] === 'soft-0.1');
    expect(new Set(soft.map((row) => `${row['step'] ?? ''}: ${row['lambda'] ?? ''}`))).toEqual(
      new Set(['0: 0.1', '10: 3']),
    );
  });

  it('leaves cells empty where nothing was measured', () => {
    const evaluations = record.evaluations.map((entry) => ({ ...entry, gradientNorm: new Float32Array() }));
    const rows = table(recordToCsv({ ...record, evaluations }));
    expect(new Set(rows.map((row) => row['gradient_norm']))).toEqual(new Set(['']));
  });
});
