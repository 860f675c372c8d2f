import { attempt, npm } from '../run.mjs';
import { emptyReport, readReport } from './report.mjs';

/**
 * @typedef {object} Report the part of vitest's JSON report that is read
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {number} numPendingTests
 * @property {number} numTodoTests
 * @property {readonly { status: string, assertionResults: readonly unknown[] }[]} testResults
 */

/** @returns {Promise<import('../test.mjs').Result>} */
export async function unitTests() {
  const path = emptyReport('unit.json');
  const { code } = await attempt(
    ...npm(['run', '-s', 'unit', '--', '--reporter=dot', '--reporter=json', `--outputFile.json=${path}`]),
  );
  const report = /** @type {Report | null} */ (readReport(path));
  if (report === null) return { passed: 0, failed: 1, output: `vitest ended with code ${code} and no report` };
  // A file that cannot even be imported holds no tests that could fail.
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  const failed = report.numFailedTests + broken;
  return {
    passed: report.numPassedTests,
    // An unhandled rejection fails the run without failing a test.
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}
