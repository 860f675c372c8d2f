/** Entry of `npm run -s lab -- ...`. */
import { shardCount } from '../training/shards/shardCount';
import { lab } from './lab';
import { cores, ownCores, resultsFile, startLab } from './nodeSurroundings';
import { processTerminal } from './terminal';

process.exitCode = await lab(process.argv.slice(2), {
  environment: process.env,
  terminal: processTerminal,
  results: resultsFile,
  startLab,
  cores,
  makeEngine: async () => (await import('./nodeEngine')).createNodeEngine({ shards: shardCount(ownCores) }),
});
