import { StillwatchError } from '../../../../shared/contract/errors.ts';
import { newBatch } from '../cells.ts';
import { parsedBatches, type Records } from './container.ts';
import { type CsvTable, findTable } from './csv-dialect.ts';
import { CsvParser, type Delimiter } from './csv-parser.ts';
import type { Text } from './text.ts';

const DELIMITER_NAMES: Record<Delimiter, string> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'bar',
};
/** Of a text, fewer bytes are control characters (beside tab, LF and CR). */
const MAX_CONTROL = 0.02;

/**
 * Opens text as CSV with a header line.
 * @param chosen the delimiter, or undefined to choose the one that splits the sample most evenly.
 * @throws StillwatchError NOT_A_LOG
 */
export function openCsv(text: Text, chosen?: Delimiter): Records & { readonly delimiter: Delimiter } {
  const { head, ended } = text;
  if (looksLikeMarkup(head)) {
    throw new StillwatchError(
      'NOT_A_LOG',
      'This file is a web page, not a log. Nothing was imported. It may be a log-in page saved in place of an export.',
    );
  }
  const table = looksBinary(head) ? undefined : findTable(head, ended, chosen);
  if (!table) {
    throw new StillwatchError(
      'NOT_A_LOG',
      'No table was found in this file. Nothing was imported. A log needs a header line and at least two columns.',
    );
  }
  if (table.columns.some(looksLikeTime)) {
    throw new StillwatchError(
      'NOT_A_LOG',
      'The first line of this table holds a time, so it is a record and no header. Nothing was imported. Add a first line with the names of the columns.',
    );
  }
  const { columns, delimiter } = table;
  const parser = new CsvParser(table, columns.length, table.line, text.wrongBytes);
  return {
    columns,
    delimiter,
    header: table.header,
    warnings: () => csvWarnings(table, parser.marks),
    format: `CSV, ${DELIMITER_NAMES[delimiter]}`,
    batches: () => parsedBatches(text, head.subarray(table.at), ended, parser, newBatch(columns.length)),
  };
}

function csvWarnings({ repeated, title }: CsvTable, marks: number): readonly string[] {
  const warnings: string[] = [];
  if (repeated.length > 0) {
    warnings.push(
      `The header has ${repeated.length === 1 ? 'a name' : 'names'} more than once (${someOf(repeated)}); the later columns got a number behind it.`,
    );
  }
  if (marks > 0) {
    warnings.push(
      `Byte order marks stand inside the file (${marks.toLocaleString('en')} seen), as when files were joined. They were dropped.`,
    );
  }
  const zone = /\b(?:time ?zone|UTC|GMT|PST|PDT|EST|EDT|CET|CEST|IST|JST)\b.*/i.exec(title)?.[0];
  if (zone !== undefined) {
    warnings.push(
      `A line above the header speaks of a time zone: “${zone.trim().slice(0, 80)}”. It was not used; compare it with the zone chosen.`,
    );
  }
  return warnings;
}

/** The first few, with a word for the rest. */
const someOf = (names: readonly string[]) =>
  names.length > 3 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : names.join(', ');

function looksLikeMarkup(bytes: Uint8Array): boolean {
  return /^\s*<(!doctype|html|\?xml)/i.test(Buffer.from(bytes.subarray(0, 256)).toString('latin1'));
}

function looksBinary(bytes: Uint8Array): boolean {
  let control = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i];
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13) control++;
  }
  return control > bytes.length * MAX_CONTROL;
}

const looksLikeTime = (name: string) => /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d|^\d{10}(\d{3}){0,3}$/.test(name);
