import { useTranslation } from 'react-i18next';
import styles from './Header.module.css';
import { THEMES } from './settings';
import { useSettings } from './SettingsContext';

export function ThemeSwitch() {
  const { t } = useTranslation();
  const theme = useSettings((settings) => settings.theme);
  const setTheme = useSettings((settings) => settings.setTheme);
  return (
    <label className={styles.theme}>
      <span className={styles.themeLabel}>{t('theme.label')}</span>
      <select
        value={theme}
        onChange={(event) => {
          const chosen = THEMES.find((each) => each === event.target.value);
          if (chosen !== undefined) setTheme(chosen);
        }}
      >
        {THEMES.map((each) => (
          <option key={each} value={each}>
            {t(`theme.${each}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
