import { useInterval } from '@mantine/hooks';
import { useState } from 'react';

const EVERY_MS = 20_000;

/** The time in milliseconds, which goes on while the page is open. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useInterval(() => setNow(Date.now()), EVERY_MS, { autoInvoke: true });
  return now;
}
