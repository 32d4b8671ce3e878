/** Second half of `npm start`, on Node 24: builds, obtains Electron and opens the app, or runs the demo. */
import { buildIfChanged } from './build.ts';
import { runDemo } from './demo.ts';
import { lacksDisplay } from './display.ts';
import { runtimeArguments, runtimeEnvironment } from './launch.ts';
import { prepareElectron } from './prepare.ts';
import { runCommand } from './run-command.ts';
import { runScript } from './run-script.ts';

async function start(args: readonly string[]): Promise<void> {
  const demo = args[0] === 'demo' || lacksDisplay();
  await buildIfChanged();
  const runtime = await prepareElectron(demo);
  if (demo) {
    if (args[0] !== 'demo')
      console.log('There is no display here, so this runs the demo instead of opening a window.');
    return runDemo();
  }
  const { status } = await runCommand(runtime.executablePath, [...runtimeArguments(runtime), ...args], {
    env: runtimeEnvironment(),
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
}

await runScript(() => start(process.argv.slice(2)));
