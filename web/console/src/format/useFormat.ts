import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { compact, day, duration, fullTime, instantDay, moment, money, number, percent, shortTime } from './format';
import { relative, span } from './relative';

/** The formatters, in the person's language. */
export function useFormat() {
  const { i18n } = useTranslation();
  const language = i18n.language === 'fr' ? 'fr-FR' : 'en-GB';
  return useMemo(
    () => ({
      shortTime: (timestamp: string) => shortTime(timestamp, language),
      fullTime: (timestamp: string | null | undefined) => fullTime(timestamp, language),
      moment: (timestamp: string | null | undefined) => moment(timestamp, language),
      day: (date: string, short = false) => day(date, language, short),
      instantDay: (timestamp: string) => instantDay(timestamp, language),
      lastDay: (timestamp: string) => instantDay(timestamp, language, true),
      duration: (ms: number | null | undefined) => duration(ms, language),
      number: (value: number | null | undefined) => number(value, language),
      money: (usd: number) => money(usd, language),
      compact: (value: number | null | undefined) => compact(value, language),
      relative: (timestamp: string | null | undefined, now?: number) => relative(timestamp, language, now),
      span: (ms: number) => span(ms, language),
      percent: (value: number) => percent(value, language),
    }),
    [language],
  );
}
