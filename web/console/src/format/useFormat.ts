import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { compact, day, duration, fullTime, instantDay, number, percent, shortTime } from './format';

/** The formatters, in the person's language. */
export function useFormat() {
  const { i18n } = useTranslation();
  const language = i18n.language === 'fr' ? 'fr-FR' : 'en-GB';
  return useMemo(
    () => ({
      shortTime: (timestamp: string) => shortTime(timestamp, language),
      fullTime: (timestamp: string | null | undefined) => fullTime(timestamp, language),
      day: (date: string, short = false) => day(date, language, short),
      instantDay: (timestamp: string) => instantDay(timestamp, language),
      lastDay: (timestamp: string) => instantDay(timestamp, language, true),
      duration: (ms: number | null | undefined) => duration(ms, language),
      number: (value: number | null | undefined) => number(value, language),
      compact: (value: number | null | undefined) => compact(value, language),
      percent: (value: number) => percent(value, language),
    }),
    [language],
  );
}
