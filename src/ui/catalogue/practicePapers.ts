/** Works on fusing, on training in stages, on smaller networks and on rates. */
import type { Paper } from './paper';

export const PRACTICE_PAPERS = {
  soups: {
    authors: 'M. Wortsman et al.',
    year: 2022,
    title:
      'Model soups: averaging weights of multiple fine-tuned models improves accuracy without increasing inference time',
    venue: 'ICML 2022, 23965–23998',
    id: 'arXiv:2203.05482',
  },
  fisher: {
    authors: 'M. Matena, C. Raffel',
    year: 2022,
    title: 'Merging models with Fisher-weighted averaging',
    venue: 'NeurIPS 2022',
    id: 'arXiv:2111.09832',
  },
  regmean: {
    authors: 'X. Jin, X. Ren, D. Preotiuc-Pietro, P. Cheng',
    year: 2023,
    title: 'Dataless knowledge fusion by merging weights of language models',
    venue: 'ICLR 2023',
    id: 'arXiv:2212.09849',
  },
  arithmetic: {
    authors: 'G. Ilharco et al.',
    year: 2023,
    title: 'Editing models with task arithmetic',
    venue: 'ICLR 2023',
    id: 'arXiv:2212.04089',
  },
  ties: {
    authors: 'P. Yadav, D. Tam, L. Choshen, C. Raffel, M. Bansal',
    year: 2023,
    title: 'TIES-merging: resolving interference when merging models',
    venue: 'NeurIPS 2023',
    id: 'arXiv:2306.01708',
  },
  curriculum: {
    authors: 'Y. Bengio, J. Louradour, R. Collobert, J. Weston',
    year: 2009,
    title: 'Curriculum learning',
    venue: 'ICML 2009, 41–48',
    id: '10.1145/1553374.1553380',
  },
  replay: {
    authors: 'D. Rolnick, A. Ahuja, J. Schwarz, T. P. Lillicrap, G. Wayne',
    year: 2019,
    title: 'Experience replay for continual learning',
    venue: 'NeurIPS 2019',
    id: 'arXiv:1811.11682',
  },
  transferable: {
    authors: 'J. Yosinski, J. Clune, Y. Bengio, H. Lipson',
    year: 2014,
    title: 'How transferable are features in deep neural networks?',
    venue: 'NeurIPS 2014',
    id: 'arXiv:1411.1792',
  },
  startingPoint: {
    authors: 'X. Li, Y. Grandvalet, F. Davoine',
    year: 2018,
    title: 'Explicit inductive bias for transfer learning with convolutional networks',
    venue: 'ICML 2018',
    id: 'arXiv:1802.01483',
  },
  ewc: {
    authors: 'J. Kirkpatrick et al.',
    year: 2017,
    title: 'Overcoming catastrophic forgetting in neural networks',
    venue: 'PNAS 114, 3521–3526',
    id: 'arXiv:1612.00796',
  },
  prune: {
    authors: 'S. Han, J. Pool, J. Tran, W. J. Dally',
    year: 2015,
    title: 'Learning both weights and connections for efficient neural networks',
    venue: 'NeurIPS 2015',
    id: 'arXiv:1506.02626',
  },
  quantise: {
    authors: 'B. Jacob et al.',
    year: 2018,
    title: 'Quantization and training of neural networks for efficient integer-arithmetic-only inference',
    venue: 'CVPR 2018, 2704–2713',
    id: 'arXiv:1712.05877',
  },
  cosine: {
    authors: 'I. Loshchilov, F. Hutter',
    year: 2017,
    title: 'SGDR: stochastic gradient descent with warm restarts',
    venue: 'ICLR 2017',
    id: 'arXiv:1608.03983',
  },
  warmup: {
    authors: 'P. Goyal et al.',
    year: 2017,
    title: 'Accurate, large minibatch SGD: training ImageNet in 1 hour',
    venue: 'arXiv',
    id: 'arXiv:1706.02677',
  },
} as const satisfies Readonly<Record<string, Paper>>;
