import { expect, test } from 'vitest';
import { emptyList, listFieldOf, toListDraft, toListValues } from './listValues';

test('toListDraft_lines_becomeValuesAndComeBack', () => {
  const draft = toListDraft({ ...emptyList, name: ' projects ', type: 'project_name', values: 'Blue Heron\n\n Kestrel' });
  expect(draft).toEqual({ name: 'projects', description: null, enabled: true, kind: 'deny', type: 'project_name', match: 'ignore_case', values: ['Blue Heron', ' Kestrel'] });
  expect(toListDraft(toListValues({ ...draft, id: 'i', modified_at: '' }))).toEqual(draft);
});

test('toListDraft_denyList_takesNoPatterns', () => {
  expect(toListDraft({ ...emptyList, match: 'pattern' }).match).toBe('ignore_case');
  expect(toListDraft({ ...emptyList, kind: 'allow', match: 'pattern' })).toMatchObject({ match: 'pattern', type: null });
});

test('listFieldOf_ofTheServer_isTheFormsAndItsLine', () => {
  expect(listFieldOf('values[2]')).toEqual({ field: 'values', line: 3 });
  expect(listFieldOf('list.type')).toEqual({ field: 'type', line: null });
  expect(listFieldOf('colour')).toBeNull();
});
