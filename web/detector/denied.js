// Terms that the caller wants found: names of projects, customers, drugs. Whole words in any case; blanks in a term stand
// for any blanks. Terms of scripts that are written without blanks are found wherever they stand.

const SIGN = /[\^$\\.*+?()[\]{}|/]/g;
const WORD = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}]/u;

const whole = (term) => {
  const chars = [...term];
  const before = WORD.test(chars[0]) ? '(?<![\\p{L}\\p{N}])' : '';
  const after = WORD.test(chars.at(-1)) ? '(?![\\p{L}\\p{N}])' : '';
  return before + term.replace(SIGN, '\\$&').replace(/\s+/gu, '\\s+') + after;
};

/** An expression for all of them, the longest first; null where there are none. */
export function deniedTerms(terms) {
  if (terms.length === 0) return null;
  const longestFirst = terms.map((each) => each.trim()).sort((a, b) => b.length - a.length);
  return new RegExp(longestFirst.map(whole).join('|'), 'giu');
}

/**
 * The findings and the denied terms, ordered and side by side. A term within a finding is part of it. One that reaches over
 * a finding's edge takes the finding in, so that nothing that was found is let go.
 */
export function withDenied(findings, denied, text) {
  const all = [...findings];
  for (const match of text.matchAll(denied)) {
    all.push({ type: 'denied', tier: 1, start: match.index, end: match.index + match[0].length, confidence: 1, reason: 'pattern' });
  }
  all.sort((a, b) => a.start - b.start || b.end - a.end);
  const result = [];
  for (const next of all) {
    const last = result.at(-1);
    if (last === undefined || last.end <= next.start) {
      result.push(next);
    } else if (next.end > last.end) {
      const term = last.type === 'denied' ? last : next;
      result[result.length - 1] = { ...term, start: last.start, end: next.end };
    }
  }
  return result;
}
