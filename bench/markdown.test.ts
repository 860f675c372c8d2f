import { describe, expect, it } from 'vitest';
import { compare, NOTHING_FOUND } from './finding';
import { findingsMarkdown } from './markdown';

const row = (id: string, goal: number | null) =>
  compare({
    ...{ id, what: `${id} | other`, unit: 'steps/s', goal },
    ...{ over: { name: 'ours', values: [6, 6] }, under: { name: 'theirs', values: [2, 2] } },
  });

describe('the page of findings', () => {
  const page = findingsMarkdown(
    {
      ...NOTHING_FOUND,
      comparisons: [row('easy', 3), row('hard', 4), row('free', null)],
      listings: [{ id: 'shapes', what: 'shapes', head: ['network', '1 lane'], rows: [['2-4-1', '100']] }],
      missing: [{ id: 'wgsl', why: 'no adapter' }],
    },
    [['Processor', 'abacus']],
  );

  it('says of every goal whether it was reached, and does not hide a miss', () => {
    expect(page).toContain('| easy \\| other | 3 | 3 – 3 | 3 | yes |');
    expect(page).toContain('| hard \\| other | 3 | 3 – 3 | 4 | **no** |');
    expect(page).toContain('| free \\| other | 3 | 3 – 3 | – | – |');
  });

  it('names the machine, the tables and what could not be measured', () => {
    expect(page).toContain('| Processor | abacus |');
    expect(page).toContain('| 2-4-1 | 100 |');
    expect(page).toContain('- wgsl: no adapter');
  });
});
