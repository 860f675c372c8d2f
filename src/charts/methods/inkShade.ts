/** The shade of a cell that means "how much" of something without a sign: ink on paper, never a task's hue. */

/** Full strength of a shade; ink stays readable on it in every theme. */
const FULL = 0.34;

/** CSS background for a share 0 .. 1 (cut at both ends; not a number: paper). */
export function inkShade(share: number): string {
  const strength = Number.isFinite(share) ? Math.min(1, Math.max(0, share)) : 0;
  return `color-mix(in oklab, var(--ink) ${(strength * FULL * 100).toFixed(1)}%, var(--paper))`;
}
