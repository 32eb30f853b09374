import type { DetectionList, ListDraft } from '../types';

/** A list as the form holds it: its values are lines. */
export interface ListValues {
  name: string;
  description: string;
  enabled: boolean;
  kind: ListDraft['kind'];
  type: string;
  match: ListDraft['match'];
  values: string;
}

export const emptyList: ListValues = { name: '', description: '', enabled: true, kind: 'deny', type: '', match: 'ignore_case', values: '' };

export const toListValues = (it: DetectionList): ListValues => ({
  name: it.name,
  description: it.description ?? '',
  enabled: it.enabled,
  kind: it.kind,
  type: it.type ?? '',
  match: it.match,
  values: it.values.join('\n'),
});

/** The lines that hold something. A deny list takes no patterns: what it looks for then, a recognizer does. */
export const toListDraft = (values: ListValues): ListDraft => ({
  name: values.name.trim(),
  description: values.description.trim() || null,
  enabled: values.enabled,
  kind: values.kind,
  type: values.type.trim() || null,
  match: values.kind === 'deny' && values.match === 'pattern' ? 'ignore_case' : values.match,
  values: values.values.split('\n').filter((line) => line.trim() !== ''),
});

export const listDraftOf = (it: DetectionList): ListDraft => toListDraft(toListValues(it));

/** The form's field and the line that the server's field name means, such as `list.values[2]`; null where it is none of the form's. */
export function listFieldOf(name: string): { field: keyof ListValues; line: number | null } | null {
  const [, path = '', index] = /^(?:list\.)?([a-z_]+)(?:\[(\d+)\])?$/.exec(name) ?? [];
  return path in emptyList ? { field: path as keyof ListValues, line: index === undefined ? null : Number(index) + 1 } : null;
}
