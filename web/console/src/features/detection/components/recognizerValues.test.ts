import { describe, expect, it } from 'vitest';
import { emptyValues, fieldOf, toDraft, toValues } from './recognizerValues';

describe('recognizer values', () => {
  it('lines become lists and come back', () => {
    const draft = toDraft({ ...emptyValues, name: ' staff ', patterns: 'P-[0-9]{6}\n\nQ,[0-9]', confidence: 70, match: 'P-1' });

    expect(draft).toMatchObject({ name: 'staff', patterns: ['P-[0-9]{6}', 'Q,[0-9]'], confidence: 0.7, description: null });
    expect(toDraft(toValues({ ...draft, id: 'i', created_by: null, created_at: '', modified_at: '' }))).toEqual(draft);
  });

  it('a field of the server is found in the form', () => {
    expect(fieldOf('examples.match[1]')).toEqual({ field: 'match', line: 2 });
    expect(fieldOf('recognizer.patterns[0]')).toEqual({ field: 'patterns', line: 1 });
    expect(fieldOf('name')).toEqual({ field: 'name', line: null });
    expect(fieldOf('colour')).toBeNull();
  });
});
