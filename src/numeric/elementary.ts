/**
 * Elementary functions from + - * / sqrt alone. ECMAScript leaves Math.exp, Math.log, Math.sin and Math.cos to the
 * browser ("implementation-approximated"); these give the same bits everywhere. Errors stay below 1 ulp (exp, log)
 * and 2 ulp (sine and cosine of degrees). Reductions and coefficients after fdlibm (Sun Microsystems, 1993).
 */

const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
const LOG2_E = 1.4426950408889634;
const SQRT2 = Math.SQRT2;

const bits = new DataView(new ArrayBuffer(8));

/** 2^exponent for a normal exponent, -1022 .. 1023, by writing the exponent field. */
function powerOfTwo(exponent: number): number {
  bits.setUint32(0, (exponent + 1023) << 20);
  bits.setUint32(4, 0);
  return bits.getFloat64(0);
}

/** e^x. Overflows to Infinity above 709.78, underflows gradually to 0 below -745.13. */
export function exp(x: number): number {
  if (Number.isNaN(x)) return NaN;
  if (x > 709.782712893384) return Infinity;
  if (x < -745.1332191019411) return 0;
  // x = k ln 2 + r with |r| <= ln 2 / 2; ln 2 in two parts keeps r accurate.
  const k = Math.floor(x * LOG2_E + 0.5);
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  const t = r * r;
  const c =
    r -
    t *
      (0.16666666666666602 +
        t *
          (-0.0027777777777015593 +
            t * (0.00006613756321437934 + t * (-0.0000016533902205465252 + t * 4.1381367970572385e-8))));
  const value = 1 - (low - (r * c) / (2 - c) - high);
  // Two factors where one power of two would leave the normal range.
  if (k > 1023) return value * 2 * powerOfTwo(k - 1);
  if (k < -1021) return value * powerOfTwo(k + 1000) * powerOfTwo(-1000);
  return value * powerOfTwo(k);
}

/** Natural logarithm; -Infinity at 0, NaN below 0. */
export function log(x: number): number {
  if (Number.isNaN(x) || x < 0) return NaN;
  if (x === 0) return -Infinity;
  if (x === Infinity) return Infinity;
  // x = 2^k m with sqrt(1/2) < m <= sqrt(2); subnormals are scaled up first.
  const scaled = x < 2 ** -1022 ? x * 2 ** 54 : x;
  bits.setFloat64(0, scaled);
  const top = bits.getUint32(0);
  let k = (top >>> 20) - 1023 - (scaled === x ? 0 : 54);
  bits.setUint32(0, (top & 0xfffff) | 0x3ff00000);
  let m = bits.getFloat64(0);
  if (m > SQRT2) {
    m /= 2;
    k += 1;
  }
  const f = m - 1;
  const halfSquare = 0.5 * f * f;
  // log(1 + f) = f - f^2/2 + s (f^2/2 + R(s^2)), s = f / (2 + f)
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const even = w * (0.3999999999940942 + w * (0.22222198432149784 + w * 0.15313837699209373));
  const odd = z * (0.6666666666666735 + w * (0.2857142874366239 + w * (0.1818357216161805 + w * 0.14798198605116586)));
  const rest = odd + even;
  return k * LN2_HIGH - (halfSquare - (s * (halfSquare + rest) + k * LN2_LOW) - f);
}

/** sin(r) for |r| <= pi/4. */
function sineKernel(r: number): number {
  const z = r * r;
  const tail =
    0.00833333333332249 +
    z *
      (-0.0001984126982985795 +
        z * (0.0000027557313707070068 + z * (-2.5050760253406863e-8 + z * 1.58969099521155e-10)));
  return r + r * z * (-0.16666666666666632 + z * tail);
}

/** cos(r) for |r| <= pi/4. */
function cosineKernel(r: number): number {
  const z = r * r;
  const tail =
    z *
    (0.0416666666666666 +
      z *
        (-0.001388888888887411 +
          z *
            (0.00002480158728947673 +
              z * (-2.7557314351390663e-7 + z * (2.087572321298175e-9 + z * -1.1359647557788195e-11)))));
  const half = 0.5 * z;
  const main = 1 - half;
  // 1 - half loses bits of half; (1 - main) - half gives them back.
  return main + (1 - main - half + z * tail);
}

const RADIANS_PER_DEGREE = 0.017453292519943295;
const SQRT3_HALF = Math.sqrt(3) / 2;

/** sin of 0 .. 45 degrees and cos of the same, exact where the value is a double. */
function sineOfOctant(degrees: number): number {
  if (degrees === 30) return 0.5;
  if (degrees === 45) return Math.SQRT1_2;
  return sineKernel(degrees * RADIANS_PER_DEGREE);
}

function cosineOfOctant(degrees: number): number {
  if (degrees === 30) return SQRT3_HALF;
  if (degrees === 45) return Math.SQRT1_2;
  return cosineKernel(degrees * RADIANS_PER_DEGREE);
}

/** sin of an angle in degrees: exact at multiples of 30 and 90 where representable, e.g. 0 (not 1.2e-16) at 180. NaN for non-finite angles. */
export function sinDegrees(degrees: number): number {
  if (!Number.isFinite(degrees)) return NaN;
  // All reductions are exact: % is, and so are the differences (Sterbenz).
  const turn = degrees % 360;
  const sign = turn < 0 ? -1 : 1;
  const angle = Math.abs(turn);
  if (angle === 0 || angle === 180) return 0;
  const half = angle > 180 ? angle - 180 : angle;
  const quarter = half > 90 ? 180 - half : half;
  const value = quarter > 45 ? cosineOfOctant(90 - quarter) : sineOfOctant(quarter);
  return angle > 180 ? -sign * value : sign * value;
}

/** cos of an angle in degrees: exact at multiples of 60 and 90 where representable. NaN for non-finite angles. */
export function cosDegrees(degrees: number): number {
  if (!Number.isFinite(degrees)) return NaN;
  const angle = Math.abs(degrees % 360);
  const half = angle > 180 ? 360 - angle : angle;
  if (half === 90) return 0;
  const quarter = half > 90 ? 180 - half : half;
  const value = quarter > 45 ? sineOfOctant(90 - quarter) : cosineOfOctant(quarter);
  return half > 90 ? -value : value;
}
