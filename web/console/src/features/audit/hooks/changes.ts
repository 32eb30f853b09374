export interface Change {
  field: string;
  before: string | null;
  after: string | null;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const show = (value: unknown): string | null =>
  value === undefined || value === null ? null : typeof value === 'string' ? value : JSON.stringify(value);

/** The fields that differ between two states, nested ones as `conditions.model`. Null is no state. */
export function changesBetween(before: unknown, after: unknown, path = ''): Change[] {
  if (!isObject(before) && !isObject(after)) {
    const change = { field: path, before: show(before), after: show(after) };
    return change.before === change.after ? [] : [change];
  }
  const old = isObject(before) ? before : {};
  const fresh = isObject(after) ? after : {};
  return [...new Set([...Object.keys(old), ...Object.keys(fresh)])].flatMap((key) =>
    changesBetween(old[key], fresh[key], path ? `${path}.${key}` : key),
  );
}
