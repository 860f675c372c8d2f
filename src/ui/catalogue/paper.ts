/** A work that a method comes from: as published, the same in both languages. */
export interface Paper {
  readonly authors: string;
  readonly year: number;
  readonly title: string;
  readonly venue: string;
  /** `arXiv:...`, `openreview:...` or a DOI. */
  readonly id: string;
}

/** Where the work can be read. */
export function paperAddress({ id }: Paper): string {
  const [archive, number] = id.split(':');
  if (archive === 'arXiv') return `https://arxiv.org/abs/${number}`;
  if (archive === 'openreview') return `https://openreview.net/forum?id=${number}`;
  return `https://doi.org/${id}`;
}
