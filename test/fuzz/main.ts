/** Script behind `npm run bench -- fuzz`: runs hostile inputs and reports what became of them. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { fuzz } from './fuzz.ts';
import { inputOf } from './input.ts';
import { STARTING } from './plan.ts';
import { reportText } from './report.ts';

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: '1' },
    target: { type: 'string' },
    out: { type: 'string', default: 'demo/fuzz' },
  },
});
const report = await fuzz({
  cases: Number(values.cases),
  seed: Number(values.seed),
  target: values.target,
  onLine: (line) => process.stderr.write(`${line}\n`),
});
for (const found of report.findings.filter(({ number }) => number !== STARTING).slice(0, 40)) {
  const folder = resolve(values.out, found.target);
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `seed-${found.seed}-case-${found.number}`);
  writeFileSync(path, await inputOf(found));
  process.stderr.write(`The input of ${found.target} case ${found.number} is in ${path}\n`);
}
process.stdout.write(`${reportText(report)}\n`);
process.exit(report.findings.length > 0 ? 1 : 0);
