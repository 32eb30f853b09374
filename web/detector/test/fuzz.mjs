// Texts put together at random, the same on every engine: Fuzz.java does exactly this on the JVM, and the digests of what
// both find must be equal. Runs in Node and in browsers.

/** Numbers from 0 to below a bound (xorshift32). */
export function random(seed) {
  let state = seed;
  return (bound) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 1) % bound;
  };
}

/** First and last of letters so new that the JDK and TeaVM, each with a version of Unicode of its own, may differ in them. */
const NEW = [
  0x558, 0x558, 0x58b, 0x58c, 0x5c8, 0x5c9, 0x88f, 0x88f, 0x984, 0x984, 0x9ff, 0x9ff, 0xb53, 0xb54, 0xc5c, 0xc5c, 0xcdc, 0xcdc, 0x1879, 0x1879,
  0x1acf, 0x1af0, 0x208f, 0x208f, 0x209d, 0x209f, 0xa7ce, 0xa7cf, 0xa7d2, 0xa7d2, 0xa7d4, 0xa7d4, 0xa7dd, 0xa7dd, 0xa7e2, 0xa7e2, 0xa7f1, 0xa7f1, 0xab6c, 0xab6d,
];

function character(next) {
  const code = next(0x10000);
  for (let i = 0; i < NEW.length; i += 2) if (code >= NEW[i] && code <= NEW[i + 1]) return ' ';
  return String.fromCharCode(code);
}

export function text(next, pieces) {
  let result = '';
  for (let left = 1 + next(10); left > 0; left--) {
    const kind = next(8);
    if (kind === 0) result += character(next);
    else if (kind === 1) result += String.fromCharCode(0x20 + next(0x5f));
    else result += pieces[next(pieces.length)];
    if (next(2) === 0) result += ' ';
  }
  for (let left = next(4); left > 0; left--) {
    const place = next(result.length);
    const drop = next(2);
    result = result.slice(0, place) + (drop === 1 ? '' : String.fromCharCode(0x20 + next(0x5f))) + result.slice(place + drop);
    if (result === '') break;
  }
  return result;
}

const FNV_START = 0x811c9dc5 | 0;
const FNV_PRIME = 0x01000193;

function mix(hash, string) {
  let result = hash;
  for (let i = 0; i < string.length; i++) result = Math.imul(result ^ string.charCodeAt(i), FNV_PRIME);
  return result;
}

/** One line per finding, with all that it says. */
const line = ({ type, tier, start, end, confidence, reason }) => `${type}/${tier}@${start}-${end}=${Math.round(confidence * 1e6)} ${reason};`;

/** One digest of texts and findings per batch, so that a difference is soon found; and how many findings there were. */
export function digests(detector, pieces, { seed, batches, size }) {
  const next = random(seed);
  const result = [];
  let count = 0;
  for (let batch = 0; batch < batches; batch++) {
    let hash = FNV_START;
    for (let i = 0; i < size; i++) {
      const each = text(next, pieces);
      const { findings, coverage } = detector.scan(each);
      hash = mix(hash, `${each}|${coverage.complete}|${findings.map(line).join('')}`);
      count += findings.length;
    }
    result.push((hash >>> 0).toString(16));
  }
  return { digests: result, count };
}
