/**
 * Derives src/tasks/data/weather.json and weather.provenance.json from the npm package vega-datasets.
 *
 *   node scripts/derive-weather.mjs                   downloads the package into a temporary folder (npm pack)
 *   node scripts/derive-weather.mjs <folder>          takes the unpacked package from disk
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
const SOURCE_FILE = 'data/seattle-weather.csv';
const SOURCE_SHA256 = '0845078a290b48e3149ab8639966824110a251db4e06fc144c06ebb534af23be';
const TARGET_FOLDER = fileURLToPath(new URL('../src/tasks/data/', import.meta.url));

const HEADER = 'date,precipitation,temp_max,temp_min,wind,weather';
const TYPES = ['drizzle', 'fog', 'rain', 'snow', 'sun'];
const FIRST_DAY = Date.UTC(2012, 0, 1);
const DAY = 24 * 60 * 60 * 1000;

/**
 * One day as numbers, in the order of the header but without the date: that the days follow each other without a gap is checked here.
 * @param {string} line
 * @param {number} index days since 2012-01-01
 */
function dayOf(line, index) {
  const [date = '', ...cells] = line.split(',');
  const type = TYPES.indexOf(cells.pop() ?? '');
  const measures = cells.map(Number);
  if (Date.parse(`${date}T00:00:00Z`) !== FIRST_DAY + index * DAY) throw new Error(`${date} is not day ${index}`);
  if (measures.length !== 4 || !measures.every(Number.isFinite) || type < 0) throw new Error(`${date} is incomplete`);
  return [...measures, type];
}

const [sourceText = ''] = readPackageFiles({
  name: PACKAGE,
  version: VERSION,
  files: [{ path: SOURCE_FILE, sha256: SOURCE_SHA256 }],
});
const [header, ...lines] = sourceText.trimEnd().split('\n');
if (header !== HEADER) throw new Error(`the columns are ${header}, expected ${HEADER}`);
const days = lines.map(dayOf);

const derived = `{
  "columns": ["precipitation", "maximum", "minimum", "wind", "type"],
  "types": [${TYPES.map((type) => `"${type}"`).join(', ')}],
  "firstDay": "2012-01-01",
  "days": [
${days.map((day) => `    [${day.join(', ')}]`).join(',\n')}
  ]
}
`;
const provenance = {
  file: 'weather.json',
  sha256: sha256(derived),
  rows: days.length,
  title: 'Daily weather of Seattle, 2012 to 2015',
  description:
    'One row a day without a gap: precipitation in mm, highest and lowest temperature in degrees Celsius, wind speed, and the type of weather as an index into the list of the file. The package derived the type from several fields of the original record. It states the wind in km/h; a mean of 3.2 fits metres per second, the unit of the original record.',
  licence: 'US-Government-Work',
  licenceUrl: 'https://www.usa.gov/government-works',
  collectedBy: 'NOAA National Climatic Data Center (now National Centers for Environmental Information)',
  publishedBy: 'https://www.ncdc.noaa.gov/cdo-web/datatools/records',
  source: {
    package: PACKAGE,
    version: VERSION,
    file: SOURCE_FILE,
    sha256: SOURCE_SHA256,
    rows: lines.length,
  },
  derivedBy: 'scripts/derive-weather.mjs',
};

writeFileSync(join(TARGET_FOLDER, 'weather.json'), derived);
writeFileSync(join(TARGET_FOLDER, 'weather.provenance.json'), `${JSON.stringify(provenance, null, 2)}\n`);
process.stdout.write(`${days.length} days\n`);
