/**
 * How an arm is shown everywhere: a short label and the *stroke* of its scheme (never a colour; hue means task).
 * Alone: thin, dotted, open circle. Hard: heavy, solid, chain link. Soft: dashed, spring; of several soft arms the
 * stronger one has the longer dash, because it is nearer to hard.
 */
import type { ArmLabel, ArmSpec } from '../spec/experiment';
import type { Scheme } from '../spec/scheme';

/** What a stroke tells apart: the three ways of treating rows, and everything that mixes more than rows. */
export type SchemeKind = 'alone' | 'hard' | 'soft' | 'mixed';

/** The arm's settings that its mark depends on. */
export type MarkedArm = Pick<ArmSpec, 'id' | 'scheme'> &
  Partial<Pick<ArmSpec, 'balancing' | 'label' | 'learningRate' | 'width'>>;

export interface ArmMark {
  readonly id: string;
  /** In the reader's language, e.g. `soft λ 0.01`. */
  readonly label: string;
  /** Where room is scarce (line ends): e.g. `λ 0.01`. */
  readonly shortLabel: string;
  readonly kind: SchemeKind;
  /** Soft: 0 (weakest) .. 1 (strongest), 0.5 when there is one. Alone: 0. Hard: 1; variants and mixed: below 0.5, falling. */
  readonly tension: number;
}

/** Schemes beyond alone, hard and soft, one word each. */
export type SchemeWord =
  | 'reptile'
  | 'fomaml'
  | 'l1'
  | 'trace'
  | 'omoe'
  | 'mmoe'
  | 'ple'
  | 'groups'
  | 'cross-stitch'
  | 'sluice'
  | 'shared-private'
  | 'adapters';

export interface ArmWords {
  readonly alone: string;
  readonly hard: string;
  /** Hard with heads tied too. */
  readonly full: string;
  readonly soft: string;
  /** All other schemes, by {@link schemeWord}. */
  readonly scheme: (word: SchemeWord) => string;
  /** A balancing method, e.g. `PCGrad`. */
  readonly balancing: (kind: ArmSpec['balancing']['kind']) => string;
  /** The author's own label, in the reader's language. */
  readonly own: (label: ArmLabel) => string;
  /** Units of the trunk layers of an arm that has its own width. */
  readonly width: (units: number) => string;
  /** Tells soft arms of equal lambda apart: what is pulled together. */
  readonly on: Readonly<Record<'trunk' | 'all', string>>;
}

/**
 * Marks for the arms of one experiment, in their order.
 * @param layers layers that carry parameters (`layerCount(model)`): a hard arm tying all of them is called `full`.
 * @param formatLambda writes a penalty weight or a learning rate in the reader's language.
 */
export function armMarks(
  arms: readonly MarkedArm[],
  layers: number,
  words: ArmWords,
  formatLambda: (lambda: number) => string,
): readonly ArmMark[] {
  const lambdas = arms.flatMap(({ scheme }) => (scheme.kind === 'soft' ? [scheme.lambda] : []));
  const ladder = [...new Set(lambdas)].sort((a, b) => a - b);
  const marks = arms.map((arm): ArmMark => {
    const { id, scheme } = arm;
    const kind = markKind(scheme);
    const alike = arms.filter((other) => isVariant(other) && markKind(other.scheme) === kind);
    const variant = alike.indexOf(arm);
    const base = {
      id,
      kind,
      tension: kind === 'alone' ? 0 : variant === -1 ? 1 : 0.5 - (variant + 1) / (2 * alike.length + 2),
    };
    if (arm.label) {
      const label = words.own(arm.label);
      return { ...base, label, shortLabel: label };
    }
    if (scheme.kind === 'soft') {
      const word = scheme.penalty === 'l1' || scheme.penalty === 'trace' ? words.scheme(scheme.penalty) : words.soft;
      const value = `λ ${formatLambda(scheme.lambda)}`;
      const tension = ladder.length < 2 ? 0.5 : ladder.indexOf(scheme.lambda) / (ladder.length - 1);
      return { ...base, label: `${word} ${value}`, shortLabel: ladder.length < 2 ? word : value, tension };
    }
    const label = plainName(arm, layers, words);
    return { ...base, label, shortLabel: label };
  });
  return marks.map((mark, index) => {
    const twins = marks.filter((other) => other.label === mark.label);
    const scheme = arms[index]?.scheme;
    if (twins.length < 2 || !scheme) return mark;
    const detail = ratesTell(arms, marks, mark.label)
      ? `η ${formatLambda(arms[index]?.learningRate ?? Number.NaN)}`
      : telling(scheme, words, mark.id);
    return { ...mark, label: `${mark.label} ${detail}`, shortLabel: `${mark.shortLabel} ${detail}` };
  });
}

/** A balancing method names its arm; else the scheme does. The width is added where the arm has its own. */
function plainName(arm: MarkedArm, layers: number, words: ArmWords): string {
  const { balancing, width } = arm;
  const name =
    balancing === undefined || balancing.kind === 'static'
      ? schemeName(arm.scheme, layers, words)
      : arm.scheme.kind === 'hard'
        ? words.balancing(balancing.kind)
        : `${schemeName(arm.scheme, layers, words)}, ${words.balancing(balancing.kind)}`;
  return width === undefined || width === null ? name : `${name} ${words.width(width)}`;
}

function schemeName(scheme: Scheme, layers: number, words: ArmWords): string {
  switch (scheme.kind) {
    case 'alone':
      return words.alone;
    case 'hard':
      if (scheme.groups !== null) return words.scheme('groups');
      return scheme.sharedLayers >= layers ? words.full : words.hard;
    case 'soft':
      return words.soft;
    case 'meta':
      return words.scheme(scheme.method);
    case 'experts':
      return words.scheme(scheme.gating === 'ple' ? 'ple' : scheme.gating === 'common' ? 'omoe' : 'mmoe');
    case 'cross-stitch':
    case 'sluice':
    case 'shared-private':
    case 'adapters':
      return words.scheme(scheme.kind);
  }
}

/** Whether an arm is one of several ways of doing what its scheme says, so that its stroke has to differ. */
function isVariant({ scheme, balancing, label }: MarkedArm): boolean {
  return (
    markKind(scheme) === 'mixed' || (label ?? null) !== null || (balancing !== undefined && balancing.kind !== 'static')
  );
}

function markKind(scheme: Scheme): SchemeKind {
  return scheme.kind === 'alone' || scheme.kind === 'hard' || scheme.kind === 'soft' ? scheme.kind : 'mixed';
}

/** Whether the arms of one name differ by learning rate, each its own: a search over rates. */
function ratesTell(arms: readonly MarkedArm[], marks: readonly ArmMark[], label: string): boolean {
  const rates = arms.flatMap(({ learningRate }, index) => (marks[index]?.label === label ? [learningRate] : []));
  return !rates.includes(undefined) && new Set(rates).size === rates.length;
}

/** What tells an arm from another of the same name: the columns pulled, the number of layers tied, else its id. */
function telling(scheme: Scheme, words: ArmWords, id: string): string {
  switch (scheme.kind) {
    case 'soft':
      return words.on[scheme.on];
    case 'hard':
      return scheme.groups === null ? String(scheme.sharedLayers) : id;
    default:
      return id;
  }
}
