/** `npm run bench`: installs what is missing and lets Node read TypeScript; the benchmark itself is `bench/`. */
import { ensureInstalled } from './install.mjs';

await ensureInstalled();
const { register } = await import('tsx/esm/api');
register();
const { bench } = await import('../bench/main.ts');
// Threads and servers of the benchmark may still be there.
process.exit(await bench(process.argv.slice(2)));
