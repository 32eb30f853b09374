const two = (value: number) => String(value).padStart(2, '0');

/** A time as a field of type `datetime-local` takes it, in the person's own time zone; empty for null and for what is no time. */
export function toField(timestamp: string | null): string {
  const time = new Date(timestamp ?? Number.NaN);
  if (Number.isNaN(time.getTime())) return '';
  const day = `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
  return `${day}T${two(time.getHours())}:${two(time.getMinutes())}`;
}

/** What such a field holds as the server takes it; null where it is empty or half filled in. */
export function fromField(value: string): string | null {
  const time = new Date(value);
  return value === '' || Number.isNaN(time.getTime()) ? null : time.toISOString();
}

/** A day as a field of type `date` takes it, so many days before now, in the person's own time zone. */
export function dayField(daysAgo = 0, now: Date = new Date()): string {
  const day = new Date(now.getFullYear(), now.getMonth(), now.getDate() - daysAgo);
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

const midnight = (day: string, later: number) => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + later).toISOString();
};

/** When a day (`2026-12-01`) begins in the person's own time zone, as the server takes it. */
export const startOfDay = (day: string) => midnight(day, 0);

/** When it is over; days on which clocks change are shorter or longer. */
export const endOfDay = (day: string) => midnight(day, 1);
