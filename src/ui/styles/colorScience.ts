/**
 * The measures the palette is judged by: WCAG contrast, CIEDE2000 distance, simulated colour-vision deficiencies and
 * mixing in OKLab (what CSS `color-mix(in oklab, ...)` does). Colours are `#rrggbb`; nothing here draws.
 */

type Triple = readonly [number, number, number];

/** Channels of `#rrggbb` as linear light, 0..1. */
export function linearRgb(hex: string): Triple {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex);
  if (match === null) throw new RangeError(`not a #rrggbb colour: ${hex}`);
  const channel = (index: number): number => {
    const value = Number.parseInt(match[index] ?? '', 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(2), channel(3)];
}

/** Inverse of {@link linearRgb}; values outside the gamut are clipped. */
export function toHex([r, g, b]: Triple): string {
  const channel = (linear: number): string => {
    const clipped = Math.min(1, Math.max(0, linear));
    const value = clipped <= 0.0031308 ? 12.92 * clipped : 1.055 * clipped ** (1 / 2.4) - 0.055;
    return Math.round(value * 255)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(r)}${channel(g)}${channel(b)}`;
}

/** WCAG 2 contrast ratio, 1..21. */
export function contrastRatio(a: string, b: string): number {
  const luminance = (hex: string): number => {
    const [r, g, bl] = linearRgb(hex);
    return 0.2126 * r + 0.7152 * g + 0.0722 * bl;
  };
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}

export type Deficiency = 'protan' | 'deutan' | 'tritan';

/** Machado, Oliveira & Fernandes (2009), severity 1, applied to linear light. */
const DEFICIENCY_MATRIX: Record<Deficiency, readonly [Triple, Triple, Triple]> = {
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** The colour as seen with a complete deficiency. */
export function simulateDeficiency(hex: string, deficiency: Deficiency): string {
  const rgb = linearRgb(hex);
  const dot = (row: Triple): number => row[0] * rgb[0] + row[1] * rgb[1] + row[2] * rgb[2];
  const [r, g, b] = DEFICIENCY_MATRIX[deficiency];
  return toHex([dot(r), dot(g), dot(b)]);
}

function lab(hex: string): Triple {
  const [r, g, b] = linearRgb(hex);
  const f = (t: number): number => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116);
  const x = f((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
  const y = f(0.2126729 * r + 0.7151522 * g + 0.072175 * b);
  const z = f((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** CIEDE2000 (Sharma, Wu & Dalal 2005), all weights 1. About 1 is just noticeable. */
export function deltaE2000(first: string, second: string): number {
  return deltaE2000Lab(lab(first), lab(second));
}

/** The same on CIELAB triples, so that the published test pairs can be checked. */
export function deltaE2000Lab([l1, a1, b1]: Triple, [l2, a2, b2]: Triple): number {
  const rad = Math.PI / 180;
  const meanC = (Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2;
  const g = 0.5 * (1 - Math.sqrt(meanC ** 7 / (meanC ** 7 + 25 ** 7)));
  const [p1, p2] = [a1 * (1 + g), a2 * (1 + g)];
  const [c1, c2] = [Math.hypot(p1, b1), Math.hypot(p2, b2)];
  const hue = (a: number, b: number): number => (a === 0 && b === 0 ? 0 : (Math.atan2(b, a) / rad + 360) % 360);
  const [h1, h2] = [hue(p1, b1), hue(p2, b2)];
  const grey = c1 * c2 === 0;
  const gap = h2 - h1;
  const dh = grey ? 0 : gap > 180 ? gap - 360 : gap < -180 ? gap + 360 : gap;
  const sum = h1 + h2;
  const meanH = grey ? sum : Math.abs(gap) <= 180 ? sum / 2 : sum < 360 ? sum / 2 + 180 : sum / 2 - 180;
  const dH = 2 * Math.sqrt(c1 * c2) * Math.sin((dh / 2) * rad);
  const [ml, mc] = [(l1 + l2) / 2, (c1 + c2) / 2];
  const cosine = (factor: number, offset: number): number => Math.cos((factor * meanH + offset) * rad);
  const t = 1 - 0.17 * cosine(1, -30) + 0.24 * cosine(2, 0) + 0.32 * cosine(3, 6) - 0.2 * cosine(4, -63);
  const sl = 1 + (0.015 * (ml - 50) ** 2) / Math.sqrt(20 + (ml - 50) ** 2);
  const sc = 1 + 0.045 * mc;
  const sh = 1 + 0.015 * mc * t;
  const turn = 30 * Math.exp(-(((meanH - 275) / 25) ** 2));
  const rt = -2 * Math.sqrt(mc ** 7 / (mc ** 7 + 25 ** 7)) * Math.sin(2 * turn * rad);
  const [tl, tc, th] = [(l2 - l1) / sl, (c2 - c1) / sc, dH / sh];
  return Math.sqrt(tl * tl + tc * tc + th * th + rt * tc * th);
}

function oklab(hex: string): Triple {
  const [r, g, b] = linearRgb(hex);
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

/** `color-mix(in oklab, first share, second)`, `share` 0..1. */
export function mixOklab(first: string, second: string, share: number): string {
  const [p, q] = [oklab(first), oklab(second)];
  const at = (i: 0 | 1 | 2): number => p[i] * share + q[i] * (1 - share);
  const [lightness, a, b] = [at(0), at(1), at(2)];
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return toHex([
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]);
}
