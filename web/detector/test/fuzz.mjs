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

export function text(next, pieces) {
  let result = '';
  for (let left = 1 + next(10); left > 0; left--) {
    const kind = next(8);
    if (kind === 0) result += String.fromCharCode(next(0x10000));
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
