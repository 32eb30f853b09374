// What callers pass, checked. Messages name the option, never a value that may be personal data.

const MOST_CHARS = 2 ** 31 - 1;

const strings = (value, name) => {
  if (!Array.isArray(value) || value.some((each) => typeof each !== 'string' || each.trim() === '')) {
    throw new TypeError(`${name} is an array of strings that are not blank`);
  }
  return value;
};

const known = (options, names) => {
  const other = Object.keys(options).find((each) => !names.includes(each));
  if (other !== undefined) throw new TypeError(`no such option: ${other}`);
};

/** The options of a detector; without types, every type of the tiers. */
export function detectorOptions(options, all) {
  known(options, ['tiers', 'types', 'allow', 'deny']);
  const { tiers = [1, 2], types = [], allow = [], deny = [] } = options;
  if (!Array.isArray(tiers) || tiers.length === 0 || tiers.some((each) => each !== 1 && each !== 2)) {
    throw new TypeError('tiers is an array of 1 and 2');
  }
  const unknown = strings(types, 'types').find((each) => !all.some(({ id }) => id === each));
  if (unknown !== undefined) throw new TypeError(`no such type: ${unknown}`);
  // An empty list of types would find nothing: whoever passes one has made a mistake.
  if (options.types !== undefined && types.length === 0) throw new TypeError('types is empty');
  return { tiers, wanted: types, allow: strings(allow, 'allow'), deny: strings(deny, 'deny') };
}

/** How much one scan may take; without a limit, all of the text and any time. */
export function budget(limits) {
  known(limits, ['maxChars', 'maxMillis']);
  const { maxChars = Infinity, maxMillis = Infinity } = limits;
  if (!(maxChars >= 1) || !(maxMillis > 0)) throw new RangeError('maxChars and maxMillis are positive');
  return { maxChars: Math.floor(Math.min(maxChars, MOST_CHARS)), maxMillis };
}
