/** A static server for the built page: what any web host does, and nothing more. */
import { createReadStream, realpathSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, resolve, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from './run.mjs';

/** @type {Readonly<Record<string, string>>} */
const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/**
 * File behind an address, or `null`.
 * @param {string} folder absolute
 * @param {string} base
 * @param {string} address path part of the request
 */
function fileFor(folder, base, address) {
  let path;
  try {
    path = decodeURIComponent(address);
  } catch {
    return null;
  }
  if (!path.startsWith(base) || path.includes('\0')) return null;
  const file = normalize(join(folder, path.slice(base.length)));
  if (file !== folder && !file.startsWith(folder + sep)) return null;
  return [file, join(file, 'index.html')].find((name) => statSync(name, { throwIfNoEntry: false })?.isFile()) ?? null;
}

/**
 * Serve a folder until the process ends.
 * @param {object} options
 * @param {string} options.folder relative to the repository
 * @param {string} options.base path it appears under, with a slash at both ends
 * @param {string} options.host
 * @param {number} options.port 0 = any free one
 * @throws {Error} when the port is taken
 * @returns {Promise<string>} the address
 */
export function serve({ folder, base, host, port }) {
  const root = resolve(ROOT, folder);
  const server = createServer((request, response) => {
    const address = new URL(request.url ?? '/', 'http://localhost').pathname;
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD' }).end();
      return;
    }
    const file = fileFor(root, base, address);
    if (file === null) {
      response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found\n');
      return;
    }
    response.writeHead(200, {
      'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
      'Content-Length': statSync(file).size,
      // Names of assets hold a hash of their content; every other file may change under its name.
      'Cache-Control': address.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      'X-Content-Type-Options': 'nosniff',
    });
    if (request.method === 'HEAD') response.end();
    else
      createReadStream(file)
        .on('error', () => response.destroy())
        .pipe(response);
  });
  return new Promise((settle, fail) => {
    server.once('error', fail);
    server.listen(port, host, () => {
      const bound = server.address();
      const actual = bound !== null && typeof bound === 'object' ? bound.port : port;
      settle(`http://${host.includes(':') ? `[${host}]` : host}:${actual}${base}`);
    });
  });
}

if (import.meta.filename === realpathSync(process.argv[1] ?? '.')) {
  const { values } = parseArgs({
    options: {
      folder: { type: 'string', default: 'dist' },
      base: { type: 'string', default: '/' },
      host: { type: 'string', default: '127.0.0.1' },
      port: { type: 'string', default: '0' },
    },
  });
  console.log(await serve({ ...values, port: Number(values.port) }));
}
