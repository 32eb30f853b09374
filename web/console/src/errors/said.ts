/** A language's own words for the server's sentences. `{…}` in a key stands for what the server fills in, and takes the same place in the text. */
export type Said = Readonly<Record<string, string>>;

const PLACE = /\{(\w+)\}/g;

/** Each catalogue's sentences with places, read once. */
const forms = new WeakMap<Said, [RegExp, string][]>();

function formsOf(said: Said): [RegExp, string][] {
  let known = forms.get(said);
  if (!known) {
    known = Object.entries(said)
      .filter(([key]) => key.includes('{'))
      .map(([key, text]) => {
        const plain = key.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(PLACE, '(?<$1>.+?)');
        return [new RegExp(`^${plain}$`, 's'), text];
      });
    forms.set(said, known);
  }
  return known;
}

/** What the server said, in the catalogue's words; undefined where it has none for it. */
export function inWords(said: Said, message: string): string | undefined {
  if (Object.hasOwn(said, message)) return said[message];
  for (const [form, text] of formsOf(said)) {
    const given = form.exec(message)?.groups;
    if (given) return text.replace(PLACE, (place, name: string) => given[name] ?? place);
  }
  return undefined;
}
