const STEPS: readonly [unit: Intl.RelativeTimeFormatUnit, ms: number, below: number][] = [
  ['second', 1000, 60_000],
  ['minute', 60_000, 60 * 60_000],
  ['hour', 3_600_000, 36 * 3_600_000],
  ['day', 86_400_000, 45 * 86_400_000],
  ['month', 30.44 * 86_400_000, 548 * 86_400_000],
];

/** How long ago or from now, in its largest fitting unit: `3 hours ago`, `in 2 days`. A dash where `timestamp` is no time. */
export function relative(timestamp: string | null | undefined, language: string, now: number = Date.now()): string {
  const time = timestamp ? Date.parse(timestamp) : Number.NaN;
  if (Number.isNaN(time)) return '–';
  const away = time - now;
  const words = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  // Whatever is less than a minute away is "now": seconds that stand still would be wrong at once.
  if (Math.abs(away) < 60_000) return words.format(0, 'second');
  const [unit, ms] = STEPS.find(([, , below]) => Math.abs(away) < below) ?? ['year', 365.25 * 86_400_000];
  return words.format(Math.round(away / ms), unit);
}

/** A length of time in at most two units, rounded down: `5 days`, `31h 20m`. Not below zero. */
export function span(ms: number, language: string): string {
  const minutes = Math.floor(Math.max(0, ms) / 60_000);
  const hours = Math.floor(minutes / 60);
  // English closes up its letters, 31h; French sets them apart, 31 h.
  const display = language.startsWith('en') ? 'narrow' : 'short';
  const one = (value: number, unit: 'day' | 'hour' | 'minute') => new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: unit === 'day' ? 'long' : display }).format(value);
  // A limit of 72 hours is counted in hours by whoever keeps it.
  if (hours > 96) return one(Math.floor(hours / 24), 'day');
  if (hours > 0) return `${one(hours, 'hour')} ${one(minutes % 60, 'minute')}`;
  return one(minutes, 'minute');
}
