// Takes the sponsor links out of the lock file: no committed file of this project names an address
// to download from or to go to, and npm needs none of them to install.
import { readFileSync, writeFileSync } from 'node:fs';

const file = new URL('./package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(file, 'utf8'));
for (const entry of Object.values(lock.packages)) {
  delete entry.funding;
  if (!entry.link) delete entry.resolved;
}
writeFileSync(file, JSON.stringify(lock, null, 2) + '\n');
