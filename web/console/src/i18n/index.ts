import i18n from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en';

export type Language = 'en' | 'fr';
const KEY = 'avow.language';

function preferred(): Language {
  const chosen = localStorage.getItem(KEY) ?? navigator.language.slice(0, 2);
  return chosen === 'fr' ? 'fr' : 'en';
}

async function load(language: Language): Promise<void> {
  if (language === 'fr' && !i18n.hasResourceBundle('fr', 'translation')) {
    const { fr } = await import('./fr');
    i18n.addResourceBundle('fr', 'translation', fr);
  }
}

/** Starts in the remembered language, else the browser's. Only the language in use is loaded. */
export async function startI18n(): Promise<void> {
  await i18n.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: 'en',
    resources: { en: { translation: en } },
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

export { i18n };
