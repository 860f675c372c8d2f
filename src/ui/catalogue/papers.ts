import { BALANCING_PAPERS } from './balancingPapers';
import type { Paper } from './paper';
import { PRACTICE_PAPERS } from './practicePapers';
import { SCHEME_PAPERS } from './schemePapers';

const PAPERS = { ...SCHEME_PAPERS, ...BALANCING_PAPERS, ...PRACTICE_PAPERS };

export type PaperId = keyof typeof PAPERS;

export function paperOf(id: PaperId): Paper {
  return PAPERS[id];
}
