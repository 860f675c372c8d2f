import type { ArmSpec } from '../../spec/experiment';

/** The first alone, the first hard and the middle soft arm, as indices: three pictures, three kinds. */
export function sideBySide(arms: readonly Pick<ArmSpec, 'scheme'>[]): readonly number[] {
  const of = (kind: ArmSpec['scheme']['kind']): readonly number[] =>
    arms.flatMap((arm, index) => (arm.scheme.kind === kind ? [index] : []));
  const soft = of('soft');
  const middle = soft[Math.floor(soft.length / 2)];
  return [...of('alone').slice(0, 1), ...of('hard').slice(0, 1), ...(middle === undefined ? [] : [middle])];
}
