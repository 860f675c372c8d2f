import type { Plugin } from 'vite';

/**
 * The development server injects an inline script (hot reload), which the page's content security policy rightly refuses.
 * So the policy is taken out there, and only there: the build, and with it every browser test, keeps it.
 */
export function developmentPolicy(): Plugin {
  return {
    name: 'sharelab:development-policy',
    apply: 'serve',
    transformIndexHtml: (html) => html.replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>/, ''),
  };
}
