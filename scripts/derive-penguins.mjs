/**
 * Derives src/tasks/data/penguins.json and penguins.provenance.json from the npm package vega-datasets.
 *
 *   node scripts/derive-penguins.mjs                  downloads the package into a temporary folder (npm pack)
 *   node scripts/derive-penguins.mjs <folder>         takes the unpacked package from disk
 *
 * The result is committed; nothing downloads at build time or at run time. Run it again only to check or extend it:
 * it refuses a source file whose checksum is not the known one, and writes the same bytes every time.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readPackageFiles, sha256 } from './packageFile.mjs';

const PACKAGE = 'vega-datasets';
const VERSION = '3.2.1';
const SOURCE_FILE = 'data/penguins.json';
const SOURCE_SHA256 = '0facf769609f1205b82cbceb8238c36af3e6147a0ca0e163902cc6281ce3e917';
const TARGET_FOLDER = fileURLToPath(new URL('../src/tasks/data/', import.meta.url));

const SPECIES = ['Adelie', 'Chinstrap', 'Gentoo'];
const SEXES = ['FEMALE', 'MALE'];
const MEASURES = ['Beak Length (mm)', 'Beak Depth (mm)', 'Flipper Length (mm)', 'Body Mass (g)'];

/**
 * One record as numbers, or nothing when a measure or the sex is missing (one sex is ".").
 * @param {Record<string, unknown>} record
 * @returns {number[][]}
 */
function completeRow(record) {
  const measures = MEASURES.map((name) => record[name]);
  const species = SPECIES.indexOf(String(record['Species']));
  const sex = SEXES.indexOf(String(record['Sex']));
  const numbers = measures.filter((value) => typeof value === 'number');
  if (numbers.length < MEASURES.length || species < 0 || sex < 0) return [];
  return [[...numbers, species, sex]];
}

const [sourceText = ''] = readPackageFiles({
  name: PACKAGE,
  version: VERSION,
  files: [{ path: SOURCE_FILE, sha256: SOURCE_SHA256 }],
});
/** @type {unknown} */
const records = JSON.parse(sourceText);
if (!Array.isArray(records)) throw new Error(`${SOURCE_FILE} is not a list of records`);
const rows = records.flatMap(completeRow);

// Laid out as the project's formatter does, so that a formatting run never changes the checksum.
const lines = rows.map((row) => `    [${row.join(', ')}]`);
const derived = `{
  "columns": ["billLength", "billDepth", "flipperLength", "bodyMass", "species", "sex"],
  "species": ["Adelie", "Chinstrap", "Gentoo"],
  "sexes": ["female", "male"],
  "rows": [
${lines.join(',\n')}
  ]
}
`;
const provenance = {
  file: 'penguins.json',
  sha256: sha256(derived),
  rows: rows.length,
  title: 'Palmer Archipelago penguins',
  description:
    'Bill length, bill depth and flipper length in mm, body mass in g, species and sex as indices into the lists of the file. Only the complete records are kept, in the order of the source.',
  licence: 'CC0-1.0',
  licenceUrl: 'https://creativecommons.org/publicdomain/zero/1.0/',
  collectedBy: 'Dr. Kristen Gorman and the Palmer Station, Antarctica LTER',
  publication:
    'Gorman KB, Williams TD, Fraser WR (2014). Ecological sexual dimorphism and environmental variability within a community of Antarctic penguins (genus Pygoscelis). PLoS ONE 9(3): e90081. https://doi.org/10.1371/journal.pone.0090081',
  publishedBy: 'https://github.com/allisonhorst/palmerpenguins',
  source: {
    package: PACKAGE,
    version: VERSION,
    file: SOURCE_FILE,
    sha256: SOURCE_SHA256,
    rows: records.length,
  },
  derivedBy: 'scripts/derive-penguins.mjs',
};

writeFileSync(join(TARGET_FOLDER, 'penguins.json'), derived);
writeFileSync(join(TARGET_FOLDER, 'penguins.provenance.json'), `${JSON.stringify(provenance, null, 2)}\n`);
process.stdout.write(`${rows.length} of ${records.length} records are complete\n`);
