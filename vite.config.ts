import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { developmentPolicy } from './scripts/vite/developmentPolicy.ts';
import { entryGuard } from './scripts/vite/entryGuard.ts';
import { thirdPartyLicenses } from './scripts/vite/thirdPartyLicenses.ts';

const licenses = thirdPartyLicenses();

export default defineConfig({
  // Relative: the build runs from any folder of any static server.
  base: './',
  plugins: [react(), developmentPolicy(), entryGuard(), licenses.page],
  worker: { format: 'es', plugins: () => [licenses.worker] },
  build: {
    target: 'es2022',
    // The size budget reads the manifest to find out what a visitor downloads first.
    manifest: true,
    // Fonts as data: addresses would be refused by the page's own policy.
    assetsInlineLimit: 0,
    // Largest on purpose: TensorFlow.js, in the worker.
    chunkSizeWarningLimit: 2000,
  },
});
