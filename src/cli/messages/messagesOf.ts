import type { Language } from '../../i18n/language';
import { en } from './en';
import type { Messages } from './messages';
import { zhCN } from './zhCN';

const all: Readonly<Record<Language, Messages>> = { en, 'zh-CN': zhCN };

export function messagesOf(language: Language): Messages {
  return all[language];
}
