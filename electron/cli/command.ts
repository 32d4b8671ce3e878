import type { ParseArgsConfig } from 'node:util';
import type { Progress } from '../../shared/contract/protocol.ts';
import type { Job } from '../engine/jobs/job.ts';

export type Options = NonNullable<ParseArgsConfig['options']>;

/** What a command is given: its words, its options, and how to speak. */
export interface Invocation {
  readonly words: readonly string[];
  /** Values of options as given; flags are true. */
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
  /** Reports progress on standard error and stops on Ctrl+C. */
  readonly job: Job;
}

/** One file in commands/ is one command; its file name is its name. */
export interface Command {
  /** Its arguments as a person writes them, and what it does. */
  readonly usage: string;
  readonly about: string;
  readonly options: Options;
  /** The JSON document for standard output, with how people read it. */
  run(invocation: Invocation): Promise<Outcome>;
}

export interface Outcome {
  readonly json: unknown;
  readonly text: string;
  /** Exit status when it is not success, though a document is printed. */
  readonly status?: number;
}

/** What is wrong with how a command was called. */
export class UsageError extends Error {}

export function required(words: readonly string[], at: number, what: string): string {
  const word = words[at];
  if (word === undefined || word === '') throw new UsageError(`${what} is missing.`);
  return word;
}

export function progressLine(progress: Progress): string {
  const { stage, done, total, unit, perSecond, rows, rowsPerSecond } = progress;
  const of = total ? ` of ${total.toLocaleString('en')}` : '';
  const rate = perSecond ? `, ${Math.round(perSecond).toLocaleString('en')} ${unit}/s` : '';
  const read =
    rows !== undefined && rowsPerSecond !== undefined
      ? `; ${rows.toLocaleString('en')} rows, ${Math.round(rowsPerSecond).toLocaleString('en')} rows/s`
      : '';
  return `${stage}: ${done.toLocaleString('en')}${of} ${unit}${rate}${read}`;
}
