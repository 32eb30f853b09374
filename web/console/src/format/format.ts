/** The list's time: the hour today, day and hour before. `timestamp` is ISO 8601. */
export function shortTime(timestamp: string, language: string, now: Date = new Date()): string {
  const time = new Date(timestamp);
  if (Number.isNaN(time.getTime())) return '–';
  const clock: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', second: '2-digit' };
  const today = time.toDateString() === now.toDateString();
  return new Intl.DateTimeFormat(
    language,
    today ? clock : { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
  ).format(time);
}

/** Day and time in full, in the person's own time zone; a dash where there is none. */
export function fullTime(timestamp: string | null | undefined, language: string): string {
  if (!timestamp) return '–';
  const time = new Date(timestamp);
  if (Number.isNaN(time.getTime())) return '–';
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' }).format(time);
}

/** Weekday, day and hour, for what is due; a dash where it is no time. */
export function moment(timestamp: string | null | undefined, language: string): string {
  const time = new Date(timestamp ?? Number.NaN);
  if (Number.isNaN(time.getTime())) return '–';
  return new Intl.DateTimeFormat(language, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' }).format(time);
}

/** A day without a time (`2026-12-01`), the same in every time zone; a dash where it is none. */
export function day(date: string, language: string, short = false): string {
  const time = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(time.getTime())) return '–';
  return new Intl.DateTimeFormat(language, short ? { day: 'numeric', month: 'short', timeZone: 'UTC' } : { dateStyle: 'medium', timeZone: 'UTC' }).format(time);
}

/** The day of an instant in UTC, as spans of holds are given; `exclusive`: the last day before it. */
export function instantDay(timestamp: string, language: string, exclusive = false): string {
  const time = new Date(new Date(timestamp).getTime() - (exclusive ? 1 : 0));
  return Number.isNaN(time.getTime()) ? '–' : day(time.toISOString().slice(0, 10), language);
}

/** Milliseconds for people: `12ms`, `1.4s`, in French `1,4s`. */
export function duration(ms: number | null | undefined, language: string): string {
  if (ms === null || ms === undefined) return '–';
  const seconds = ms >= 1000;
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: seconds ? 'second' : 'millisecond',
    unitDisplay: 'narrow',
    maximumFractionDigits: seconds ? 1 : ms < 10 ? 2 : 0,
  }).format(seconds ? ms / 1000 : ms);
}

export function number(value: number | null | undefined, language: string): string {
  return value === null || value === undefined ? '–' : new Intl.NumberFormat(language).format(value);
}

/** A number for narrow columns: `11.8K`. */
export function compact(value: number | null | undefined, language: string): string {
  return value === null || value === undefined
    ? '–'
    : new Intl.NumberFormat(language, { notation: 'compact', maximumFractionDigits: 1 }).format(value);
}

/** 0 to 1 as a percentage. */
export function percent(value: number, language: string): string {
  return new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(value);
}

/** A finding type that the console has no word for: `fr_nir` becomes `Fr nir`. */
export function humanise(type: string): string {
  const words = type.replaceAll('_', ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The first eight characters of a long id. */
export function shortId(id: string): string {
  return id.length > 10 ? id.slice(0, 8) : id;
}

/** US dollars: cents from a dollar on, and what is less than a cent in full. */
export function money(usd: number, language: string): string {
  const small = usd !== 0 && Math.abs(usd) < 1;
  return new Intl.NumberFormat(language, { style: 'currency', currency: 'USD', currencyDisplay: 'narrowSymbol', minimumFractionDigits: Number.isInteger(usd) ? 0 : 2, maximumFractionDigits: small ? 6 : 2 }).format(usd);
}
