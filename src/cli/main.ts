/** Entry of `npm run -s lab -- ...`. */
import { lab } from './lab';
import { cores, resultsFile, startLab } from './nodeSurroundings';
import { processTerminal } from './terminal';

process.exitCode = await lab(process.argv.slice(2), {
  environment: process.env,
  terminal: processTerminal,
  results: resultsFile,
  startLab,
  cores,
  makeEngine: async () => (await import('./nodeEngine')).createNodeEngine(),
});
