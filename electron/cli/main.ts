import '../engine/no-network.ts';
import { readdir } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { StillwatchError } from '../../shared/contract/errors.ts';
import { keepUnfinishedIn } from '../engine/jobs/unfinished.ts';
import { machineFault } from '../engine/machine-fault.ts';
import { type Command, progressLine, UsageError } from './command.ts';
import { ownFolder } from './own-folder.ts';
import { shown, shownJson, shownLines } from './table.ts';

/**
 * The command line: `<command> <arguments>`. Progress goes to standard error; with --json standard output
 * holds one JSON document and nothing else. Exit status 0, or 1 for a failure and 2 for a wrong call, with
 * one sentence on standard error.
 */
async function main(argv: readonly string[]): Promise<number> {
  const [name, ...rest] = argv;
  const names = await commandNames();
  if (name === undefined || name === 'help' || name === '--help') {
    process.stdout.write(await help(names));
    return name === undefined ? 2 : 0;
  }
  if (!names.includes(name))
    throw new UsageError(`There is no command "${name}". Commands: ${names.join(', ')}.`);
  const command = await load(name);
  const { values, positionals } = parse(rest, command);
  await keepUnfinishedIn(ownFolder());
  const cancel = new AbortController();
  process.once('SIGINT', () => cancel.abort());
  const { json, text, status } = await command.run({
    words: positionals,
    options: values as Record<string, string | boolean | undefined>,
    job: {
      signal: cancel.signal,
      progress: (progress) => process.stderr.write(`${shown(progressLine(progress))}\n`),
    },
  });
  process.stdout.write(`${values.json === true ? shownJson(json) : shownLines(text)}\n`);
  return status ?? 0;
}

function parse(args: readonly string[], command: Command) {
  try {
    const options = { ...command.options, json: { type: 'boolean' } } as const;
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(`${(error as Error).message}. Use: ${command.usage}`);
  }
}

async function commandNames(): Promise<string[]> {
  const files = await readdir(new URL('commands/', import.meta.url));
  return files.map((file) => file.replace(/\.[jt]s$/, '')).sort();
}

async function load(name: string): Promise<Command> {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const module = (await import(new URL(`commands/${name}.${extension}`, import.meta.url).href)) as {
    command: Command;
  };
  return module.command;
}

async function help(names: readonly string[]): Promise<string> {
  const lines = ['Stillwatch, without its window. Every command takes --json.', ''];
  for (const name of names) {
    const { usage, about } = await load(name);
    lines.push(`  ${usage}`, `      ${about}`);
  }
  return `${lines.join('\n')}\n`;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (thrown) {
  const error = machineFault(thrown);
  const expected = error instanceof StillwatchError || error instanceof UsageError;
  const message = expected
    ? error.message
    : `Something unexpected went wrong: ${error instanceof Error ? error.message : error}`;
  process.stderr.write(`${shown(message)}\n`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
