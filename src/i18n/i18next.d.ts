/** Makes every key a type: a text that does not exist does not compile. English is the shape; a test holds Chinese to it. */
import 'i18next';
import type charts from './locales/en/charts.json';
import type common from './locales/en/common.json';
import type course from './locales/en/course.json';
import type errors from './locales/en/errors.json';
import type home from './locales/en/home.json';
import type lab from './locales/en/lab.json';
import type learn from './locales/en/learn.json';
import type methods from './locales/en/methods.json';
import type sources from './locales/en/sources.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    returnNull: false;
    resources: {
      charts: typeof charts;
      common: typeof common;
      course: typeof course;
      errors: typeof errors;
      home: typeof home;
      lab: typeof lab;
      learn: typeof learn;
      methods: typeof methods;
      sources: typeof sources;
    };
  }
}
