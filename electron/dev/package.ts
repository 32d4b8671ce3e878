/** Script behind `npm run package`: makes the application to install, for the system that it runs on. */
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkout } from './checkout.ts';
import { installerKinds } from './package/builder.ts';
import { sizeOf } from './package/checksums.ts';
import { type Made, makePackage } from './package/make-package.ts';
import { packageTwice } from './package/twice.ts';
import { runScript } from './run-script.ts';

const USE =
  'Use: npm run package [-- --to FOLDER] [--installers]   makes the package in FOLDER, or in out/\n' +
  '     npm run package -- --twice                        makes it from two checkouts and compares them';

async function main(args: readonly string[]): Promise<void> {
  const { to, installers, twice } = parse(args);
  if (twice) return packageTwice();
  const startedMs = performance.now();
  const made = await makePackage(resolve(to ?? join(checkout, 'out')), installers);
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
  const megabytes = ((await sizeOf(made.folder)) / 1e6).toFixed(0);
  console.log(
    `\nMade ${relative(process.cwd(), made.folder)}: ${megabytes} MB in ${seconds} s, with Electron ${made.electron}.`,
  );
  if (made.kind.trial) {
    console.log(
      `This is a trial package: Electron ${made.electron} is an old runtime, taken because no other could be had. It ` +
        'shows that packaging works. Examine no real cases with it, and hand it to nobody.',
    );
  }
  for (const path of made.installers) console.log(`Made ${relative(process.cwd(), path)}.`);
  for (const line of notMade(made)) console.log(line);
}

/** What there could be beside the package, and why it is not there. */
function notMade({ kind, installers }: Made): readonly string[] {
  const here = { linux: 'Linux', win32: 'Windows', darwin: 'macOS' }[process.platform as string];
  const others = ['Linux', 'Windows', 'macOS'].filter((name) => name !== here).join(' and ');
  const why = kind.trial
    ? 'a trial package is never handed on.'
    : 'electron-builder fetches a program from a code host for each; add --installers where that can be reached.';
  return [
    ...(installers.length > 0 ? [] : [`Not made: ${installerKinds().join(', ')}: ${why}`]),
    `Not made: packages for ${others}, which are made there: each takes the Electron of its own system.`,
  ];
}

function parse(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        to: { type: 'string' },
        installers: { type: 'boolean', default: false },
        twice: { type: 'boolean', default: false },
      },
    });
    return values;
  } catch (error) {
    throw new Error(`${(error as Error).message}. ${USE}`);
  }
}

await runScript(() => main(process.argv.slice(2)));
