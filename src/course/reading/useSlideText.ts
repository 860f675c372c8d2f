import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isLanguage, type Language } from '../../i18n';
import type { CourseSlide } from '../courseSlide';
import { splitSections, type TextSection } from './splitSections';

type Loaded = { readonly language: Language; readonly sections: ReadonlyMap<string, TextSection> };

/** The slide's text in the reader's language; while another language is being fetched, the one before. */
export function useSlideText(text: CourseSlide['text']): Loaded | null {
  const { i18n } = useTranslation();
  const language = isLanguage(i18n.language) ? i18n.language : 'en';
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  useEffect(() => {
    let gone = false;
    void text[language]().then((module) => {
      if (gone) return;
      const sections = splitSections(module.default);
      setLoaded({ language, sections: new Map(sections.map((section) => [section.id, section])) });
    });
    return () => {
      gone = true;
    };
  }, [text, language]);
  return loaded;
}
