import { stripVTControlCharacters } from 'node:util';
import { attempt, npm } from '../run.mjs';

/**
 * A stage that holds or does not: one of package.json's scripts, counted as one.
 * @param {string} script
 * @returns {() => Promise<import('../test.mjs').Result>}
 */
export function check(script) {
  return async () => {
    const { code, output } = await attempt(...npm(['run', '-s', script]), {
      quiet: true,
      environment: { NO_COLOR: '1' },
    });
    return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, output: stripVTControlCharacters(output) };
  };
}
