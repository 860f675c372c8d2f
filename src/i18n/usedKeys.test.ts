import { describe, expect, it } from 'vitest';
import { usedKeys } from './usedKeys';

describe('usedKeys', () => {
  it('reads plain, templated and namespaced keys', () => {
    const source = [
      "const { t } = useTranslation('lab');",
      "t('knob.rate', { value });",
      't(`failure.${code}.title`);',
      "t(\n  'errors:bad-link',\n);",
      '<Trans i18nKey="lead" />',
    ].join('\n');
    expect(usedKeys(source)).toEqual([
      { namespaces: ['lab'], key: 'knob.rate' },
      { namespaces: ['lab'], key: 'failure.*.title' },
      { namespaces: ['errors'], key: 'bad-link' },
      { namespaces: ['lab'], key: 'lead' },
    ]);
  });

  it('takes common where nothing is declared, all where several are', () => {
    expect(usedKeys("t('close')")[0]?.namespaces).toEqual(['common']);
    expect(usedKeys("useTranslation(['lab', 'charts']); t('close')")[0]?.namespaces).toEqual(['lab', 'charts']);
  });

  it('is not fooled by other calls and by comments', () => {
    expect(usedKeys("format('x'); object.t('y'); // t('z')\n/* t('w') */")).toEqual([]);
  });
});
