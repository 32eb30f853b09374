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
