import type { Language } from '../core/article/language.ts';

/** What the site is called, in titles of pages, feeds and pictures. */
export const SITE_TITLE: Readonly<Record<Language, string>> = {
  en: 'Firstline Help',
  'zh-CN': 'Firstline 帮助中心',
};
