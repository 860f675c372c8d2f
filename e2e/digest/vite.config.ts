import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: './',
  logLevel: 'warn',
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    outDir: fileURLToPath(new URL('../../.cache/digest', import.meta.url)),
    emptyOutDir: true,
    minify: false,
    chunkSizeWarningLimit: 4000,
  },
});
