/** Script behind `npm run bench`. Progress goes to standard error, the report to standard output. */
import { parseArgs } from 'node:util';
import type { Dial } from '../../engine/sample/dial.ts';
import { type SampleSize, SIZES } from '../../engine/sample/generate.ts';
import { scaleReport } from './analysis/scale.ts';
import { bundleReport } from './bundle.ts';
import { detectionReport } from './detection/detection.ts';
import { fitModels } from './detection/fit.ts';
import { framesReport } from './frames/frames.ts';
import { fuzz } from './fuzz.ts';
import { graphReport } from './graph.ts';
import { benchImport } from './import.ts';
import { killsReport } from './kills/kills.ts';
import { reportText } from './report.ts';
import { sampleCheck } from './sample-check.ts';
import { soakReport } from './soak/soak.ts';
import { viewsReport } from './views/views.ts';

const USE = [
  'Use: npm run bench -- import [--rows 2000000] [--accounts 24000] [--seed 1] [--repeat 1] [--json]',
  '     npm run bench -- sample [--size M] [--seeds 1,2,3] [--dial 1]',
  '     npm run bench -- detection [--size M] [--seeds 11,12,13] [--dials 0,1,2]',
  '     npm run bench -- analysis [--sizes S,M,L] [--seed 1] [--skip-pass]',
  '     npm run bench -- graph [--seed 1]',
  '     npm run bench -- bundle [--rows 120000] [--seed 1] [--repeat 3]',
  '     npm run bench -- frames [--size M] [--seed 1] [--seconds 12]',
  '     npm run bench -- detection --fit',
  '     npm run bench -- fuzz [--cases 1000000] [--seed 1] [--target NAME] [--out demo/fuzz]',
  '     npm run bench -- kills [--kills 500] [--seed 1] [--out FILE]',
  '     npm run bench -- soak [--minutes 60] [--seed 1]',
  '     npm run bench -- views [--rows 16000000] [--accounts 24000] [--seed 1] [--repeat 30]',
].join('\n');

class WrongCall extends Error {}

async function main(args: readonly string[]): Promise<void> {
  if (args[0] === 'fuzz') {
    process.exitCode = await fuzz(args.slice(1));
    return;
  }
  const { positionals, values } = parse(args);
  const told = (line: string) => process.stderr.write(`${line}\n`);
  if (positionals.length !== 1) throw new WrongCall(USE);
  if (positionals[0] === 'sample') {
    const report = await sampleCheck(
      {
        size: sampleSize(values.size),
        seeds: values.seeds.split(',').map((seed) => whole('seeds', seed, 0)),
        dial: dial(values.dial),
      },
      told,
    );
    process.stdout.write(`${report}\n`);
    return;
  }
  if (positionals[0] === 'detection') {
    const report = await (values.fit
      ? fitModels(told)
      : detectionReport(
          {
            size: sampleSize(values.size),
            seeds: values.seeds.split(',').map((seed) => whole('seeds', seed, 0)),
            dials: values.dials.split(',').map(dial),
          },
          told,
        ));
    process.stdout.write(`${report}\n`);
    return;
  }
  if (positionals[0] === 'analysis') {
    const report = await scaleReport(
      {
        sizes: values.sizes.split(',').map(sampleSize),
        seed: whole('seed', values.seed, 0),
        skipPass: values['skip-pass'],
      },
      told,
    );
    process.stdout.write(`${report}\n`);
    return;
  }
  if (positionals[0] === 'views') {
    const options = {
      rows: whole('rows', values.rows ?? '16000000', 1),
      accounts: whole('accounts', values.accounts, 1),
      seed: whole('seed', values.seed, 0),
      repeat: whole('repeat', values.repeat ?? '30', 1),
    };
    process.stdout.write(`${await viewsReport(options, told)}\n`);
    return;
  }
  if (positionals[0] === 'graph') {
    process.stdout.write(`${await graphReport(whole('seed', values.seed, 0), told)}\n`);
    return;
  }
  if (positionals[0] === 'bundle') {
    const options = {
      rows: whole('rows', values.rows ?? '120000', 1),
      seed: whole('seed', values.seed, 0),
      repeat: whole('repeat', values.repeat ?? '3', 1),
    };
    process.stdout.write(`${await bundleReport(options, told)}\n`);
    return;
  }
  if (positionals[0] === 'kills') {
    const options = { kills: whole('kills', values.kills, 1), seed: whole('seed', values.seed, 0) };
    const { report, faults } = await killsReport({ ...options, out: values.out }, told);
    process.stdout.write(`${report}\n`);
    if (faults > 0) process.exitCode = 1;
    return;
  }
  if (positionals[0] === 'soak') {
    const options = { minutes: whole('minutes', values.minutes, 1), seed: whole('seed', values.seed, 0) };
    process.stdout.write(`${await soakReport(options, told)}\n`);
    return;
  }
  if (positionals[0] === 'frames') {
    const options = {
      size: sampleSize(values.size),
      seed: whole('seed', values.seed, 0),
      seconds: whole('seconds', values.seconds, 1),
    };
    process.stdout.write(`${await framesReport(options, told)}\n`);
    return;
  }
  if (positionals[0] !== 'import') throw new WrongCall(USE);
  const report = await benchImport(
    {
      rows: whole('rows', values.rows ?? '2000000', 1),
      accounts: whole('accounts', values.accounts, 1),
      seed: whole('seed', values.seed, 0),
      repeat: whole('repeat', values.repeat ?? '1', 1),
    },
    told,
  );
  process.stdout.write(`${values.json ? JSON.stringify(report) : reportText(report)}\n`);
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        rows: { type: 'string' },
        accounts: { type: 'string', default: '24000' },
        seed: { type: 'string', default: '1' },
        repeat: { type: 'string' },
        seconds: { type: 'string', default: '12' },
        kills: { type: 'string', default: '500' },
        minutes: { type: 'string', default: '60' },
        out: { type: 'string' },
        json: { type: 'boolean', default: false },
        size: { type: 'string', default: 'M' },
        sizes: { type: 'string', default: 'S,M,L' },
        seeds: { type: 'string', default: '1,2,3' },
        dial: { type: 'string', default: '1' },
        dials: { type: 'string', default: '0,1,2' },
        fit: { type: 'boolean', default: false },
        'skip-pass': { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new WrongCall(`${(error as Error).message}. ${USE}`);
  }
}

function whole(name: string, text: string, least: number): number {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value >= least) return value;
  throw new WrongCall(`--${name} takes a whole number from ${least}. ${USE}`);
}

function sampleSize(text: string): SampleSize {
  const size = (Object.keys(SIZES) as SampleSize[]).find((known) => known === text);
  if (size) return size;
  throw new WrongCall(`--size takes ${Object.keys(SIZES).join(', ')}. ${USE}`);
}

function dial(text: string): Dial {
  const number = whole('dial', text, 0);
  if (number <= 3) return number as Dial;
  throw new WrongCall(`--dial takes 0 to 3. ${USE}`);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = error instanceof WrongCall ? 2 : 1;
}
