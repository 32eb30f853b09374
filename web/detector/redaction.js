// Writes a text anew with something else in the place of each finding.

/** `[EMAIL_1]`, as Avow's server has it: equal values share one, and one that stands in the text already is never given out. */
function pseudonyms(text) {
  const given = new Map();
  const last = new Map();
  return ({ type }, value) => {
    const key = `${type} ${value}`;
    if (!given.has(key)) {
      let number = last.get(type) ?? 0;
      let name;
      do {
        name = `[${type.toUpperCase()}_${++number}]`;
      } while (text.includes(name));
      last.set(type, number);
      given.set(key, name);
    }
    return given.get(key);
  };
}

export function redacted(text, findings, replace = pseudonyms(text)) {
  let result = '';
  let from = 0;
  for (const finding of findings) {
    result += text.slice(from, finding.start) + String(replace(finding, text.slice(finding.start, finding.end)));
    from = finding.end;
  }
  return result + text.slice(from);
}
