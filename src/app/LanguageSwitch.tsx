import { useTranslation } from 'react-i18next';
import { LANGUAGES, type Language } from '../i18n';
import styles from './Header.module.css';
import { useSettings } from './SettingsContext';

/** Every language calls itself by its own name, so that it is found by those who need it. */
const OWN_NAME: Readonly<Record<Language, string>> = { 'zh-CN': '中文', en: 'English' };

export function LanguageSwitch() {
  const { t } = useTranslation();
  const language = useSettings((settings) => settings.language);
  const setLanguage = useSettings((settings) => settings.setLanguage);
  return (
    <div role="group" aria-label={t('language.label')} className={styles.languages}>
      {LANGUAGES.map((each) => (
        <button key={each} type="button" lang={each} aria-pressed={each === language} onClick={() => setLanguage(each)}>
          {OWN_NAME[each]}
        </button>
      ))}
    </div>
  );
}
