/** How full a limit is. */
export interface Spent {
  /** 0 to 1; a limit of nothing is full. */
  part: number;
  urgency: 'calm' | 'soon' | 'full';
}

/** `soon`: four fifths are used. `full`: nothing more fits. */
export function spentOf(used: number, limit: number): Spent {
  const part = limit > 0 ? Math.min(1, Math.max(0, used / limit)) : 1;
  return { part, urgency: part >= 1 ? 'full' : part >= 0.8 ? 'soon' : 'calm' };
}
