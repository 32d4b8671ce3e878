/**
 * Script: makes sure that Electron and what it needs of the system are there, so that nothing is fetched later. With
 * --tests also what tests alone need, which run without a network.
 */
import { lacksDisplay } from './display.ts';
import { runScript } from './run-script.ts';
import { type ElectronRuntime, obtainRuntime } from './runtime.ts';
import { ensureSystemLibraries, offerStrace } from './system-libraries.ts';

/** Obtains Electron and its system libraries; also Xvfb where there is no display or `ownDisplay` asks for one. */
export async function prepareElectron(ownDisplay = false): Promise<ElectronRuntime> {
  const runtime = await obtainRuntime();
  await ensureSystemLibraries(runtime.executablePath, ownDisplay || lacksDisplay());
  return runtime;
}

if (import.meta.main) {
  await runScript(async () => {
    const forTests = process.argv.includes('--tests');
    const runtime = await prepareElectron(forTests && process.platform === 'linux');
    if (forTests) await offerStrace();
    console.log(`Electron ${runtime.version} is ready: ${runtime.executablePath}`);
  });
}
