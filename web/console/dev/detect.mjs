// A crude finder of personal data, good enough to give the console something to show.
const PATTERNS = [
  ['email', /[\w.+-]+@[\w-]+\.[\w.-]*\w/g, 1, 0.99],
  ['iban', /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\b/g, 1, 0.99],
  ['payment_card', /\b(?:\d{4}[ -]?){3}\d{4}\b/g, 1, 0.97],
  ['phone', /\+\d{2}[ .]?\d(?:[ .]?\d{2}){4}\b/g, 1, 0.9],
  ['api_key', /\bsk-[A-Za-z0-9]{16,}\b/g, 2, 0.98],
];
const WEIGHT = { email: 0.2, phone: 0.2, iban: 0.5, payment_card: 0.7, api_key: 0.9 };

export function findingsOf(text) {
  const found = [];
  for (const [type, pattern, tier, confidence] of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (!found.some((f) => start < f.end && end > f.start)) found.push({ type, start, end, confidence, tier });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

export function riskOf(findings) {
  const safe = findings.reduce((product, f) => product * (1 - (WEIGHT[f.type] ?? 0.3)), 1);
  const score = Math.round((1 - safe) * 100) / 100;
  const level = score >= 0.85 ? 'critical' : score >= 0.6 ? 'high' : score >= 0.3 ? 'medium' : 'low';
  return { score, level };
}

export function pseudonymised(text, findings) {
  const names = new Map();
  const perType = new Map();
  let out = '';
  let at = 0;
  for (const f of findings) {
    const original = text.slice(f.start, f.end);
    if (!names.has(original)) {
      const count = (perType.get(f.type) ?? 0) + 1;
      perType.set(f.type, count);
      names.set(original, `[${f.type.toUpperCase()}_${count}]`);
    }
    out += text.slice(at, f.start) + names.get(original);
    at = f.end;
  }
  return out + text.slice(at);
}

const LEVELS = ['low', 'medium', 'high', 'critical'];

export function decide(policies, findings, model) {
  const { score, level } = riskOf(findings);
  const types = new Set(findings.map((f) => f.type));
  const policy = [...policies]
    .sort((a, b) => a.priority - b.priority)
    .find(({ enabled, conditions: c }) =>
      enabled &&
      (!c.finding_types || c.finding_types.some((type) => types.has(type))) &&
      (!c.model || c.model.includes(model)) &&
      (!c.risk_level || LEVELS.indexOf(level) >= LEVELS.indexOf(c.risk_level)));
  const action = policy?.action ?? (findings.length > 0 ? 'Mask' : 'Allow');
  return { policy: policy ?? null, action, score, level };
}
