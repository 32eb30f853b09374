// Finds personal data in text. The recognizers are Avow's Java ones, compiled to dist/detector.js; this file is the door
// to them: it checks what callers pass, and adds what only the caller knows (values to let through, words to find).
import { detector as compile, types as compiledTypes } from './dist/detector.js';
import { deniedTerms, withDenied } from './denied.js';
import { budget, detectorOptions } from './options.js';
import { redacted } from './redaction.js';

/** Every type that can be found: `{id, tier}`. */
export const types = Object.freeze(
  compiledTypes().map((each) => {
    const [id, tier] = each.split(':');
    return Object.freeze({ id, tier: Number(tier) });
  }),
);

export function createDetector(options = {}) {
  const { tiers, wanted, allow, deny } = detectorOptions(options, types);
  const compiled = compile(tiers, wanted);
  const allowed = new Set(allow.map(folded));
  const denied = deniedTerms(deny);

  function scan(text, limits = {}) {
    if (typeof text !== 'string') throw new TypeError('a text is a string');
    const { maxChars, maxMillis } = budget(limits);
    const { findings, coverage } = compiled.scan(text, maxChars, maxMillis);
    const left = allowed.size === 0 ? findings : findings.filter(({ start, end }) => !allowed.has(folded(text.slice(start, end))));
    return { findings: denied === null ? left : withDenied(left, denied, text.slice(0, maxChars)), coverage };
  }

  function redact(text, { replace, ...limits } = {}) {
    const { findings, coverage } = scan(text, limits);
    return { text: coverage.complete ? redacted(text, findings, replace) : null, findings, coverage };
  }

  return Object.freeze({ scan, redact });
}

const folded = (value) => value.trim().toLowerCase();
