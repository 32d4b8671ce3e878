import { StillwatchError } from '../../../../shared/contract/errors.ts';

/** Longest line that is read, in characters: room for the ties of the largest operator. */
const MAX_LINE = 64 * 1024 * 1024;

/** Lines of a file, each with its line end. */
export type Lines = Iterable<string> | AsyncIterable<string>;

/** A line of a table that is not as it should be. */
export class BadLine extends StillwatchError {
  readonly file: string;
  /** As a phrase about the file, never what the line holds. */
  readonly problem: string;

  constructor(file: string, problem: string) {
    super(
      'BAD_BUNDLE',
      `The tables of this bundle cannot be read: ${file} ${problem}. Nothing of it was opened. Ask whoever made the bundle for another copy.`,
    );
    this.file = file;
    this.problem = problem;
  }
}

/** Says what is wrong with a line, never what it holds. */
export function badLine(file: string, line: number, why: string): BadLine {
  return new BadLine(file, `has a line ${line} that ${why}`);
}

/** Lines that are read between two looks at whether others have something to do. */
const LINES_AT_ONCE = 512;

/**
 * The object that each line of a file holds, many at a time.
 * @throws StillwatchError BAD_BUNDLE
 */
export async function* readObjects(file: string, lines: Lines): AsyncGenerator<readonly NumberedObject[]> {
  let number = 0;
  let batch: NumberedObject[] = [];
  const take = (line: string) => batch.push([++number, parseObject(file, number, line)]) >= LINES_AT_ONCE;
  if (Symbol.iterator in lines) {
    for (const line of lines) {
      if (!take(line)) continue;
      yield batch;
      batch = [];
    }
  } else {
    for await (const line of lines) {
      if (!take(line)) continue;
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

/** Numbered as the lines of a file are, from 1. */
type NumberedObject = readonly [line: number, value: Record<string, unknown>];

/** @throws StillwatchError BAD_BUNDLE */
export function parseObject(file: string, number: number, line: string): Record<string, unknown> {
  if (line.length > MAX_LINE) throw badLine(file, number, 'is longer than any line of a bundle');
  if (!line.endsWith('\n')) throw badLine(file, number, 'has no end');
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw badLine(file, number, 'is no JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw badLine(file, number, 'is no JSON object');
  return value as Record<string, unknown>;
}

/**
 * Lines of UTF-8 bytes, each with its line end; what is left without one is the last.
 * @throws StillwatchError BAD_BUNDLE
 */
export async function* linesOf(file: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let number = 0;
  let rest = '';
  try {
    for await (const chunk of chunks) {
      const parts = (rest + decoder.decode(chunk, { stream: true })).split('\n');
      rest = parts.pop() ?? '';
      if (rest.length > MAX_LINE) throw badLine(file, number + 1, 'is longer than any line of a bundle');
      for (const part of parts) {
        number++;
        yield `${part}\n`;
      }
    }
    rest += decoder.decode();
  } catch (error) {
    if (error instanceof TypeError) throw badLine(file, number + 1, 'is no UTF-8 text');
    throw error;
  }
  if (rest !== '') yield rest;
}
