/**
 * Script: runs one contender once, in this process alone, so that the peak of its memory is its own.
 * Arguments: name, log file, empty folder. Prints an Answer as JSON.
 */
import { runScript } from '../run-script.ts';
import type { Answer, Contender } from './contender.ts';

await runScript(async () => {
  const [name, log, folder] = process.argv.slice(2) as [string, string, string];
  const module = (await import(new URL(`contenders/${name}.ts`, import.meta.url).href)) as {
    contender: Contender;
  };
  const { contender } = module;
  const missing = await contender.missing();
  const answer: Answer = {
    title: contender.title,
    about: contender.about,
    outcome: missing === null ? { measurement: await contender.measure(log, folder) } : { missing },
  };
  process.stdout.write(JSON.stringify(answer));
});
