/**
 * A coil spring from one point to another as an SVG path: a prolate cycloid with straight ends, so that it stretches and
 * tightens without changing its number of turns. Used by the glyph of soft sharing and by the tethers between towers.
 */
export interface Coil {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  readonly turns: number;
  /** Half the height of a turn. */
  readonly radius: number;
  /** Length of each straight end; at most a third of the whole. */
  readonly lead?: number;
}

const POINTS_PER_TURN = 16;

/** Above 1 the cycloid turns back on itself: that is what makes it a coil and not a wave. */
const LOOP = 1.6;

export function coilPath({ from, to, turns, radius, lead = 2 }: Coil): string {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy);
  if (length === 0) return '';
  const [ux, uy] = [dx / length, dy / length];
  const end = Math.min(lead, length / 3);
  const body = length - 2 * end;
  const loop = (LOOP * body) / (2 * Math.PI * turns);
  const at = (along: number, across: number): string =>
    `${(from[0] + ux * along - uy * across).toFixed(2)} ${(from[1] + uy * along + ux * across).toFixed(2)}`;
  const points = [at(0, 0)];
  const count = Math.round(turns * POINTS_PER_TURN);
  for (let i = 0; i <= count; i += 1) {
    const phase = (i / POINTS_PER_TURN) * 2 * Math.PI;
    const edge = taper(i, count);
    points.push(at(end + (body * i) / count - loop * edge * Math.sin(phase), radius * edge * Math.cos(phase)));
  }
  points.push(at(length, 0));
  return `M${points.join('L')}`;
}

/** Lets the coil leave and reach its ends on the axis. */
function taper(i: number, count: number): number {
  const edge = POINTS_PER_TURN / 2;
  return Math.min(1, i / edge, (count - i) / edge);
}
