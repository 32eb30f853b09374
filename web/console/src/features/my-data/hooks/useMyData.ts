import { useMutation } from '@tanstack/react-query';
import { eraseMe, readCopy } from '../api/myData';
import type { CopyFormat } from '../types';
import { save } from '@/http';

/** Fetched by the page, and not by a plain link, so that a refusal or a copy that was cut off is said. */
export const useCopy = () =>
  useMutation({
    mutationFn: async (format: CopyFormat) => save(await readCopy(format), `avow-my-data.${format}`),
  });

/** The dialog shows the fault itself, beside what it is about. */
export const useEraseMe = () => useMutation({ mutationFn: eraseMe, meta: { quiet: true } });
