import { describe, expect, it } from 'vitest';
import { ownSource } from '../../../csv/ownSource';
import { readCsv } from '../../../csv/readCsv';
import type { CsvTable } from '../../../csv/csvTable';
import { columnChoice, firstUse } from './columnUse';

function table(text: string): CsvTable {
  const reading = readCsv(text);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problem));
  return reading.table;
}

const rows = Array.from(
  { length: 40 },
  (_, row) => `n${row},${row},${row % 7},${row % 2},${row % 3 === 0 ? 'a' : 'b'}`,
);
const file = table(['name,x,z,even,letter', ...rows].join('\n'));

describe('what columns are used for at first', () => {
  it('predicts the last two from the others and leaves text alone', () => {
    expect(firstUse(file).map(({ role }) => role)).toEqual(['unused', 'input', 'input', 'target', 'target']);
  });

  it('makes a source as it stands', () => {
    const result = ownSource(file, columnChoice(firstUse(file)));
    expect(result.ok && result.source.targets.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
      'even yesNo',
      'letter category',
    ]);
  });

  it('chooses nothing that cannot be used', () => {
    const barren = table(['a,b', ...Array.from({ length: 30 }, (_, row) => `word${row},same`)].join('\n'));
    expect(columnChoice(firstUse(barren))).toEqual({ inputs: [], targets: [] });
  });
});
