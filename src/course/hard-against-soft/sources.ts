import type { SlideSource } from '../courseSlide';

export const sources = [
  {
    id: 'duong',
    authors: 'L. Duong, T. Cohn, S. Bird, P. Cook',
    year: 2015,
    title: 'Low resource dependency parsing: cross-lingual parameter sharing in a neural network parser',
    venue: 'ACL-IJCNLP 2015 (short papers), 845–850',
    href: 'https://doi.org/10.3115/v1/P15-2139',
  },
  {
    id: 'misra',
    authors: 'I. Misra, A. Shrivastava, A. Gupta, M. Hebert',
    year: 2016,
    title: 'Cross-stitch networks for multi-task learning',
    venue: 'CVPR 2016, 3994–4003',
    href: 'https://arxiv.org/abs/1604.03539',
  },
  {
    id: 'ruder',
    authors: 'S. Ruder',
    year: 2017,
    title: 'An overview of multi-task learning in deep neural networks',
    venue: 'arXiv:1706.05098',
    href: 'https://arxiv.org/abs/1706.05098',
  },
  {
    id: 'hospedales',
    authors: 'Y. Yang, T. M. Hospedales',
    year: 2017,
    title: 'Trace norm regularised deep multi-task learning',
    venue: 'arXiv:1606.04038',
    href: 'https://arxiv.org/abs/1606.04038',
  },
  {
    id: 'salakhutdinov',
    authors: 'Z. Yang, R. Salakhutdinov, W. W. Cohen',
    year: 2017,
    title: 'Transfer learning for sequence tagging with hierarchical recurrent networks',
    venue: 'arXiv:1703.06345',
    href: 'https://arxiv.org/abs/1703.06345',
  },
  {
    id: 'ma',
    authors: 'J. Ma, Z. Zhao, X. Yi, J. Chen, L. Hong, E. H. Chi',
    year: 2018,
    title: 'Modeling task relationships in multi-task learning with multi-gate mixture-of-experts',
    venue: 'KDD 2018',
    href: 'https://doi.org/10.1145/3219819.3220007',
  },
] as const satisfies readonly SlideSource<string>[];

/** Words on each are in the catalogue: what it is quoted for, and what it is wrongly quoted for. */
export type SourceId = (typeof sources)[number]['id'];
