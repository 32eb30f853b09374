import { fromField, toField } from '@/format';
import type { Incident, Report, Risk } from '../types';

export const TEXTS = ['title', 'nature', 'data_categories', 'people_categories', 'contact', 'likely_consequences', 'measures', 'steps_for_people'] as const;
export const TIMES = ['aware_at', 'from', 'to'] as const;
export const COUNTS = ['people_about', 'records_about'] as const;
export const LISTS = ['data_classes', 'providers', 'hosts', 'regions', 'models', 'routes', 'api_key_ids'] as const;

/** A report as the form holds it: times as fields take them, and an empty text for what is not known. */
export type ReportValues = Record<(typeof TEXTS)[number] | (typeof TIMES)[number], string> &
  Record<(typeof COUNTS)[number], number | string> &
  Record<(typeof LISTS)[number], string[]> & { risk: Risk };

export const emptyReport = (now: Date): ReportValues => ({
  title: '', nature: '', data_categories: '', people_categories: '', contact: '', likely_consequences: '', measures: '', steps_for_people: '',
  aware_at: toField(now.toISOString()), from: '', to: '', people_about: '', records_about: '', risk: 'unknown',
  data_classes: [], providers: [], hosts: [], regions: [], models: [], routes: [], api_key_ids: [],
});

export function reportValues(it: Incident): ReportValues {
  const values: ReportValues = { ...emptyReport(new Date(0)), risk: it.risk };
  for (const name of TEXTS) values[name] = it[name];
  for (const name of TIMES) values[name] = toField(it[name]);
  for (const name of COUNTS) values[name] = it[name] ?? '';
  for (const name of LISTS) values[name] = it[name];
  return values;
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/**
 * What differs, as the server takes it. Only that: where anything of the scope is named, the counts go, and a time would lose its
 * seconds by being sent back.
 */
export function changesOf(before: ReportValues, after: ReportValues): Partial<Report> {
  const changed = (name: keyof ReportValues) => !same(before[name], after[name]);
  const changes: Record<string, unknown> = {};
  for (const name of TEXTS.filter(changed)) changes[name] = after[name].trim();
  for (const name of TIMES.filter(changed)) changes[name] = fromField(after[name]);
  for (const name of COUNTS.filter(changed)) changes[name] = after[name] === '' ? null : Number(after[name]);
  for (const name of LISTS.filter(changed)) changes[name] = after[name];
  if (changed('risk')) changes['risk'] = after.risk;
  return changes;
}

/** A new report: what was filled in. The time is always said, also where it was left as the form proposed it. */
export function newReport(values: ReportValues): Partial<Report> {
  const blank = { ...emptyReport(new Date(0)), aware_at: '' };
  return changesOf(blank, values);
}
