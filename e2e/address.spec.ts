/** What the address says is obeyed or refused by name, never guessed at; and no screen ever asks another origin. */
import { LANGUAGES } from '../src/i18n/language';
import { address } from './support/address';
import { Lab } from './support/lab';
import { openScreen, SCREENS } from './support/screens';
import { packed, smallPreset } from './support/smallPreset';
import { expect, test } from './support/test';
import { words } from './support/words';

test('an unknown language and an unknown backend are refused by name, with what is allowed', async ({ page }) => {
  const t = words('en');
  await page.goto(address('/lab', { lang: 'tlh', backend: 'cuda', x: packed(smallPreset()) }));
  const notices = page.getByRole('status', { name: t('notice.label') });
  await expect(notices).toContainText(t('notice.url', { name: 'lang', value: 'tlh', allowed: LANGUAGES.join(', ') }));
  const allowed = 'wgsl, simd, webgpu, webgl, wasm, cpu';
  await expect(notices).toContainText(t('notice.url', { name: 'backend', value: 'cuda', allowed }));
  await new Lab(page, 'en').expectPhase('ready');
  await notices.getByRole('button', { name: t('notice.dismiss') }).click();
  await expect(notices).toBeEmpty();
});

test('an unknown preset is named, and the way to the others stands beside it', async ({ page }) => {
  const t = words('zh-CN');
  await page.goto(address('/lab', { lang: 'zh-CN', p: 'pinguins' }));
  await expect(page.getByText(t('lab:badLink.unknown', { id: 'pinguins' }))).toBeVisible();
  await page.getByRole('link', { name: t('lab:badLink.open') }).click();
  await new Lab(page, 'zh-CN').expectPhase('ready');
});

test('changing the language never touches a run', async ({ page }) => {
  const lab = await Lab.open(page, 'en', { backend: 'simd', packed: packed(smallPreset({ steps: 5000, every: 50 })) });
  await lab.setPace(50);
  await lab.button(lab.t('lab:transport.run')).click();
  await lab.expectStepBeyond(10);
  await page.getByRole('button', { name: '中文' }).click();
  const chinese = new Lab(page, 'zh-CN');
  await chinese.expectPhase('running');
  await expect(page).toHaveTitle(chinese.t('common:title.lab'));
  expect(await chinese.step()).toBeGreaterThan(10);
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  expect(page.url()).toContain('lang=zh-CN');
});

test.describe('without a network', () => {
  // The browser, not the page, asks for the icon anew at every address.
  test.use({ tolerated: [/ERR_INTERNET_DISCONNECTED.*favicon/] });

  test('once loaded, every screen and a run work without a network', async ({ page, context }) => {
    const lab = await Lab.open(page, 'en', { backend: 'simd', packed: packed(smallPreset()) });
    for (const screen of SCREENS) await openScreen(page, screen, 'en');
    await page.goto('./#/');
    await context.setOffline(true);
    for (const screen of SCREENS) await openScreen(page, screen, 'en');
    await page.goto(address('/lab', { lang: 'en', backend: 'simd', x: packed(smallPreset()) }));
    await lab.expectPhase('ready');
    await lab.runToEnd();
  });
});
