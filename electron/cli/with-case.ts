import { userInfo } from 'node:os';
import { isBundle, openBundle } from '../engine/bundle/published/open-bundle.ts';
import type { Case } from '../engine/case/case.ts';
import { openCase } from '../engine/case/open-case.ts';
import { type Invocation, type Options, UsageError } from './command.ts';

/** Options of every command that works on a case. */
export const CASE_OPTIONS: Options = {
  'passphrase-env': { type: 'string' },
};

/** The passphrase in the environment variable that an option names; null when the option is absent. */
export function passphraseOf(options: Invocation['options'], option = 'passphrase-env'): string | null {
  const name = options[option];
  if (typeof name !== 'string') return null;
  const passphrase = process.env[name];
  if (!passphrase) throw new UsageError(`The environment variable ${name} holds no passphrase.`);
  return passphrase;
}

export function author(): string {
  return userInfo().username;
}

/** Opens a case, or an evidence bundle as one that cannot be changed, for the time of one piece of work. */
export async function withCase<T>(
  path: string,
  options: Invocation['options'],
  work: (open: Case) => T | Promise<T>,
): Promise<T> {
  const passphrase = passphraseOf(options);
  const open = await (isBundle(path) ? openBundle(path, author()) : openCase(path, author(), passphrase));
  try {
    return await work(open);
  } finally {
    await open.close();
  }
}
