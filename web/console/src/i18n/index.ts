import i18n from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Said } from '@/errors/said';
import { en } from './en';
import { said } from './en/said';

export type Language = 'en' | 'fr';
const KEY = 'avow.language';

function preferred(): Language {
  const chosen = localStorage.getItem(KEY) ?? navigator.language.slice(0, 2);
  return chosen === 'fr' ? 'fr' : 'en';
}

async function load(language: Language): Promise<void> {
  if (language === 'fr' && !i18n.hasResourceBundle('fr', 'translation')) {
    const { fr, said } = await import('./fr');
    i18n.addResourceBundle('fr', 'translation', fr);
    i18n.addResourceBundle('fr', 'said', said);
  }
}

/** Starts in the remembered language, else the browser's. Only the language in use is loaded. */
export async function startI18n(): Promise<void> {
  await i18n.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: 'en',
    resources: { en: { translation: en, said } },
    // React escapes what it shows.
    interpolation: { escapeValue: false },
  });
  await show(preferred());
}

async function show(language: Language): Promise<void> {
  await load(language);
  await i18n.changeLanguage(language);
  document.documentElement.lang = language;
}

/** Switches and remembers. The language is a preference and holds nothing about the person. */
export async function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(KEY, language);
  await show(language);
}

/** The shown language's words for the server's sentences. */
export const saidNow = (): Said => (i18n.getResourceBundle(i18n.language, 'said') ?? {}) as Said;

export { i18n };
