import type { Page } from '@playwright/test';
import axe from 'axe-core';

/**
 * What axe finds wrong with the page as it stands now; WCAG 2.2 A and AA and axe's best practices.
 * Injected through the debugger, so that the page's content security policy stays as visitors get it.
 * @returns one line per rule and element: `rule (impact): help: selector`
 */
export async function findings(page: Page, within = 'html'): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const { violations } = await page.evaluate(async (selector) => {
    const { axe: engine } = window as unknown as { axe: typeof axe };
    return engine.run(selector, { resultTypes: ['violations'] });
  }, within);
  return violations.flatMap((rule) =>
    rule.nodes.map((node) => `${rule.id} (${rule.impact ?? 'unrated'}): ${rule.help}: ${node.target.join(' ')}`),
  );
}
