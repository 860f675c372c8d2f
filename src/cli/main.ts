/** Entry of `npm run -s lab -- ...`. */
import { lab } from './lab';
import { processTerminal } from './terminal';

process.exitCode = await lab(process.argv.slice(2), {
  environment: process.env,
  terminal: processTerminal,
  makeEngine: async () => (await import('./nodeEngine')).createNodeEngine(),
});
