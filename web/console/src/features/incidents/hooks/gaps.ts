import type { Duty } from '../types';

/** What an incident lacks before it can be closed, taken apart: fields of the report, and who is to be told. */
export interface Gaps {
  fields: string[];
  duties: Duty[];
}

const NOTICE = 'notice to ';

export function gapsOf(lacking: readonly string[]): Gaps {
  return {
    fields: lacking.filter((name) => !name.startsWith(NOTICE)),
    duties: lacking.filter((name) => name.startsWith(NOTICE)).map((name) => name.slice(NOTICE.length) as Duty),
  };
}
