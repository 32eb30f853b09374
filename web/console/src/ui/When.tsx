import { Tooltip } from '@mantine/core';
import { useFormat } from '@/format';
import { useNow } from './useNow';

/** A time as far as it is from now; the exact one when it is pointed at. A dash where there is none. */
export function When({ at }: { at: string | null | undefined }) {
  const format = useFormat();
  const now = useNow();
  if (!at) return <span>–</span>;
  return (
    <Tooltip label={format.fullTime(at)}>
      <time dateTime={at}>{format.relative(at, now)}</time>
    </Tooltip>
  );
}
