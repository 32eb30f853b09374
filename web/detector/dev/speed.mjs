// How quick the detector is in this JavaScript engine, on chat text: sentences, and now and then an address or a number.
//   npm run speed -w detector
// Prints MB of text per second of processor time, the median of seven rounds after warming up.
import { createDetector } from '../index.js';
import { random } from '../test/fuzz.mjs';

const SENTENCES = [
  'Thanks for getting back to me so quickly, I really appreciate it.', 'Could you please check what happened to my last order?',
  'We were charged twice and nobody on the phone could tell us why.', 'Bonjour, je voudrais changer la date de livraison, merci.',
  'The meeting moved to 14:30 on 3 March, room 207.', 'Can you write that up as a short summary with three bullet points?',
  'It costs 49.90 EUR per month, or 499 a year.', 'Ich habe die Rechnung leider noch nicht bekommen.',
  'You can reach me at alice@mail.example.', 'Call me on +33 6 12 34 56 78 after lunch.', 'Pay it to DE89 3704 0044 0532 0130 00, please.',
];
const COMMON = 8;

const next = random(7);
const texts = Array.from({ length: 500 }, () => {
  const sentences = [];
  for (let length = 0; length < 2000; length += sentences.at(-1).length + 1) {
    sentences.push(SENTENCES[next(25) === 0 ? COMMON + next(SENTENCES.length - COMMON) : next(COMMON)]);
  }
  return sentences.join(' ');
});
const megabytes = texts.reduce((sum, each) => sum + Buffer.byteLength(each), 0) / 1e6;

for (const tiers of [[1], [1, 2]]) {
  const detector = createDetector({ tiers });
  const rounds = [];
  for (let round = 0; round < 12; round++) {
    const before = process.cpuUsage();
    for (let again = 0; again < 5; again++) for (const text of texts) detector.scan(text);
    const { user, system } = process.cpuUsage(before);
    rounds.push((5 * megabytes) / ((user + system) / 1e6));
  }
  const sorted = rounds.slice(5).sort((a, b) => a - b);
  console.log(`tiers ${tiers.join(' and ')}: ${sorted[3].toFixed(1)} MB/s (${sorted[0].toFixed(1)} to ${sorted.at(-1).toFixed(1)})`);
}
