/** How a time limit stands. */
export interface ClockReading {
  /** How much of it has passed, 0 to 1. */
  part: number;
  /** Milliseconds that are left; below zero once it is late. */
  left: number;
  /** `soon`: less than a third is left. */
  urgency: 'calm' | 'soon' | 'late';
}

/** Reads a limit that runs from `start` to `due` (ISO 8601). A limit is in time to its very moment. */
export function clockOf(start: string, due: string, now: number): ClockReading {
  const from = Date.parse(start);
  const to = Date.parse(due);
  const left = to - now;
  const part = to > from ? Math.min(1, Math.max(0, (now - from) / (to - from))) : 1;
  return { part, left, urgency: left < 0 ? 'late' : part > 2 / 3 ? 'soon' : 'calm' };
}
