/**
 * Compares the security checklist of the README with what the last `npm test` gave, and fails where they differ. With
 * --write it puts that into the README. Run it by `node test/checklist.mjs`.
 */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheDir, checkout } from '../../electron/dev/checkout.ts';
import { runScript } from '../../electron/dev/run-script.ts';
import { obtainRuntime } from '../../electron/dev/runtime.ts';
import type { TestSummary } from '../summary-reporter.ts';
import { ELECTRON_ITEMS, OTHER_ITEMS } from './items.ts';
import { compare, judge, tableOf, withTable } from './table.ts';

const README = join(checkout, 'README.md');

function lastResults() {
  const folder = join(cacheDir, 'test-results');
  const files = globSync('*.json', { cwd: folder }).sort();
  return files.flatMap(
    (file) => (JSON.parse(readFileSync(join(folder, file), 'utf8')) as TestSummary).results,
  );
}

async function about(): Promise<string> {
  const { version } = await obtainRuntime();
  const who =
    process.getuid?.() === 0
      ? 'root, so without Chromium’s sandbox but for item 4'
      : 'a user with the sandbox';
  return `Written by \`npm test\` (\`node test/checklist.mjs --write\`), on ${process.platform} with Electron ${version}, as ${who}.`;
}

await runScript(async () => {
  const judged = [...ELECTRON_ITEMS, ...OTHER_ITEMS].map((item) => judge(item, lastResults()));
  const unknown = judged.flatMap((one) =>
    one.unknown.map((start) => `${one.item.id}. ${one.item.title}: ${start}`),
  );
  if (unknown.length > 0)
    throw new Error(
      `The last npm test ran no test of these names, which test/checklist/items.ts gives:\n  ${unknown.join('\n  ')}`,
    );
  const readme = readFileSync(README, 'utf8');
  if (process.argv.includes('--write')) {
    const written = withTable(readme, tableOf(judged, await about()));
    if (written === undefined) throw new Error('README.md has no place for the checklist.');
    writeFileSync(README, written);
    console.log('The security checklist stands in README.md as the last npm test gave it.');
    return;
  }
  const { wrong, elsewhere } = compare(readme, judged);
  if (elsewhere.length > 0)
    console.log(`The README was written on another system than this one:\n  ${elsewhere.join('\n  ')}`);
  if (wrong.length > 0)
    throw new Error(
      `The security checklist of README.md is not what this run gave:\n  ${wrong.join('\n  ')}\n` +
        'Look at it, then put it there with: node test/checklist.mjs --write',
    );
  console.log(`${judged.length} items as the README says.`);
});
