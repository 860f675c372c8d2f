/** From values to pixels and back, linear or logarithmic. */
export type ScaleKind = 'linear' | 'log';

export interface PlotScale {
  readonly kind: ScaleKind;
  readonly domain: readonly [number, number];
  readonly range: readonly [number, number];
  /** NaN where a logarithmic scale has no place (values <= 0). */
  readonly place: (value: number) => number;
  readonly value: (place: number) => number;
}

/** @throws RangeError for an empty domain or, on a log scale, one that is not positive. */
export function plotScale(
  kind: ScaleKind,
  domain: readonly [number, number],
  range: readonly [number, number],
): PlotScale {
  const [low, high] = domain;
  if (!(high > low) || (kind === 'log' && low <= 0)) throw new RangeError(`no ${kind} scale on ${low} .. ${high}`);
  const into = kind === 'log' ? Math.log : (value: number): number => value;
  const back = kind === 'log' ? Math.exp : (value: number): number => value;
  const [from, span] = [into(low), into(high) - into(low)];
  const width = range[1] - range[0];
  return {
    kind,
    domain,
    range,
    place: (value) => (kind === 'log' && value <= 0 ? Number.NaN : range[0] + ((into(value) - from) / span) * width),
    value: (place) => back(from + ((place - range[0]) / width) * span),
  };
}
