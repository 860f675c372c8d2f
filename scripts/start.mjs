/** `npm start`: install, build, serve, say where. Needs nothing but Node. `--host` and `PORT` (default 4173) change the address. */
import { parseArgs } from 'node:util';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { serve } from './serve.mjs';

try {
  const { values } = parseArgs({ options: { host: { type: 'string', default: '127.0.0.1' } } });
  const port = Number(process.env.PORT ?? 4173);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new Error(`PORT must be 0 to 65535, not ${process.env.PORT}`);
  await ensureInstalled();
  await ensureBuilt();
  const address = await serve({ folder: 'dist', base: '/', host: values.host, port });
  console.log(`\nShareLab is at ${address}\nCtrl+C ends it.`);
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}

/** @param {unknown} error */
function explain(error) {
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && error.code === 'EADDRINUSE')
    return `${error.message}\nChoose another port: PORT=4180 npm start`;
  return error.message;
}
