/** Centre and spread of one column; `deviation` is the population standard deviation, 1 for a constant column. */
export interface ColumnScale {
  readonly mean: number;
  readonly deviation: number;
}

/** @throws RangeError when there are no values. */
export function columnScale(values: readonly number[]): ColumnScale {
  if (values.length === 0) throw new RangeError('no rows to standardise by');
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, deviation: variance > 0 ? Math.sqrt(variance) : 1 };
}

export function standardise(value: number, scale: ColumnScale): number {
  return (value - scale.mean) / scale.deviation;
}
