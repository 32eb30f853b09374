// Makes what the Java compiler wrote smaller still, with the minifier of the console's build. Run by the build, after it was installed.
import { readFileSync, writeFileSync } from 'node:fs';
import { minifySync } from 'vite';

const file = new URL('../dist/detector.js', import.meta.url);
const { code, errors } = minifySync('detector.js', readFileSync(file, 'utf8'), { module: true, compress: true, mangle: true });
if (errors.length > 0) throw new Error(`detector.js was not made smaller: ${errors.length} errors`);
writeFileSync(file, code);
