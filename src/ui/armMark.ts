/**
 * How an arm is shown everywhere: a short label and the *stroke* of its scheme (never a colour; hue means task).
 * Alone: thin, dotted, open circle. Hard: heavy, solid, chain link. Soft: dashed, spring; of several soft arms the
 * stronger one has the longer dash, because it is nearer to hard.
 */
import type { ArmSpec, Scheme } from '../spec/experiment';

export type SchemeKind = Scheme['kind'];

export interface ArmMark {
  readonly id: string;
  /** In the reader's language, e.g. `soft λ 0.01`. */
  readonly label: string;
  /** Where room is scarce (line ends): e.g. `λ 0.01`. */
  readonly shortLabel: string;
  readonly kind: SchemeKind;
  /** 0 (weakest soft arm) .. 1 (strongest); 0.5 when there is one, 0 for alone, 1 for hard. */
  readonly tension: number;
}

export interface ArmWords {
  readonly alone: string;
  readonly hard: string;
  /** Hard with heads tied too. */
  readonly full: string;
  readonly soft: string;
  /** Tells soft arms of equal lambda apart: what is pulled together. */
  readonly on: Readonly<Record<'trunk' | 'all', string>>;
}

/**
 * Marks for the arms of one experiment, in their order.
 * @param layers layers that carry parameters (`layerCount(model)`): a hard arm tying all of them is called `full`.
 * @param formatLambda writes a penalty weight in the reader's language.
 */
export function armMarks(
  arms: readonly Pick<ArmSpec, 'id' | 'scheme'>[],
  layers: number,
  words: ArmWords,
  formatLambda: (lambda: number) => string,
): readonly ArmMark[] {
  const lambdas = arms.flatMap(({ scheme }) => (scheme.kind === 'soft' ? [scheme.lambda] : []));
  const ladder = [...new Set(lambdas)].sort((a, b) => a - b);
  const marks = arms.map(({ id, scheme }): ArmMark => {
    if (scheme.kind === 'alone') return { id, label: words.alone, shortLabel: words.alone, kind: 'alone', tension: 0 };
    if (scheme.kind === 'hard') {
      const word = scheme.sharedLayers >= layers ? words.full : words.hard;
      return { id, label: word, shortLabel: word, kind: 'hard', tension: 1 };
    }
    const value = `λ ${formatLambda(scheme.lambda)}`;
    const place = ladder.length < 2 ? 0.5 : ladder.indexOf(scheme.lambda) / (ladder.length - 1);
    return {
      id,
      label: `${words.soft} ${value}`,
      shortLabel: ladder.length < 2 ? words.soft : value,
      kind: 'soft',
      tension: place,
    };
  });
  return marks.map((mark, index) => {
    const twins = marks.filter((other) => other.label === mark.label);
    const scheme = arms[index]?.scheme;
    if (twins.length < 2 || !scheme) return mark;
    const detail = telling(scheme, words, mark.id);
    return { ...mark, label: `${mark.label} ${detail}`, shortLabel: `${mark.shortLabel} ${detail}` };
  });
}

/** What tells an arm from another of the same name: the columns pulled, the number of layers tied, else its id. */
function telling(scheme: Scheme, words: ArmWords, id: string): string {
  switch (scheme.kind) {
    case 'soft':
      return words.on[scheme.on];
    case 'hard':
      return String(scheme.sharedLayers);
    case 'alone':
      return id;
  }
}
