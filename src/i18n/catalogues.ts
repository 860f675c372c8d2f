/**
 * Where every text lives. `common` and `home` travel with the first script, so that the first screen needs no second
 * request; the others are fetched (from this page's own folder) when a page first asks for them.
 */
import type { ResourceLanguage } from 'i18next';
import type { Language } from './language';
import enCommon from './locales/en/common.json';
import enHome from './locales/en/home.json';
import zhCommon from './locales/zh-CN/common.json';
import zhHome from './locales/zh-CN/home.json';

export const NAMESPACES = [
  'common',
  'home',
  'lab',
  'charts',
  'errors',
  'course',
  'learn',
  'methods',
  'sources',
] as const;

export type Namespace = (typeof NAMESPACES)[number];

export type BundledNamespace = 'common' | 'home';

export const BUNDLED: Readonly<Record<Language, Readonly<Record<BundledNamespace, ResourceLanguage[string]>>>> = {
  en: { common: enCommon, home: enHome },
  'zh-CN': { common: zhCommon, home: zhHome },
};

type Loader = () => Promise<{ readonly default: ResourceLanguage[string] }>;

/** One line per file: the compiler refuses a language that lacks a namespace. */
export const LAZY: Readonly<Record<Language, Readonly<Record<Exclude<Namespace, BundledNamespace>, Loader>>>> = {
  en: {
    lab: () => import('./locales/en/lab.json'),
    charts: () => import('./locales/en/charts.json'),
    errors: () => import('./locales/en/errors.json'),
    course: () => import('./locales/en/course.json'),
    learn: () => import('./locales/en/learn.json'),
    methods: () => import('./locales/en/methods.json'),
    sources: () => import('./locales/en/sources.json'),
  },
  'zh-CN': {
    lab: () => import('./locales/zh-CN/lab.json'),
    charts: () => import('./locales/zh-CN/charts.json'),
    errors: () => import('./locales/zh-CN/errors.json'),
    course: () => import('./locales/zh-CN/course.json'),
    learn: () => import('./locales/zh-CN/learn.json'),
    methods: () => import('./locales/zh-CN/methods.json'),
    sources: () => import('./locales/zh-CN/sources.json'),
  },
};
