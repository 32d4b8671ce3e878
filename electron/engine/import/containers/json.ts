import { StillwatchError } from '../../../../shared/contract/errors.ts';
import { newBatch } from '../cells.ts';
import { parsedBatches, type Records } from './container.ts';
import { JsonColumns } from './json-columns.ts';
import { findLayout } from './json-layout.ts';
import { JsonParser } from './json-parser.ts';
import { JsonRecordReader } from './json-record.ts';
import type { Text } from './text.ts';

/** Columns are those of the first records; keys that come later only go into a column of their own together. */
const LEARNING_RECORDS = 2000;
const LEARNING_BYTES = 8 * 1024 * 1024;

/**
 * Opens text as JSON records: one per line, a list, a list in an outer object, or one after the other.
 * undefined when the text begins as no JSON object or list does.
 * @throws StillwatchError NOT_A_LOG when it does, and no object is found
 */
export async function openJson(text: Text): Promise<Records | undefined> {
  const found = findLayout(text.head, text.ended);
  if (!found) return undefined;
  const { layout, at, line } = found;
  const columns = new JsonColumns();
  const learner = new JsonParser(layout, new JsonRecordReader(columns, -1), line, '');
  const batch = newBatch(1, LEARNING_RECORDS);
  const blocks = [text.head.subarray(at)];
  let { ended } = text;
  let size = blocks[0].length;
  let records = 0;
  learner.push(blocks[0]);
  for (;;) {
    const full = learner.fill(batch, ended);
    records += batch.rows - batch.problems.size;
    if (records >= LEARNING_RECORDS) {
      ended &&= !full;
      break;
    }
    if (full) continue;
    if (ended || size >= LEARNING_BYTES) break;
    const block = await text.next();
    if (block) {
      learner.push(block);
      blocks.push(Uint8Array.from(block));
      size += block.length;
    } else ended = true;
  }
  const { names, other } = columns.freeze(ended);
  if (records === 0 || names.length === 0)
    throw new StillwatchError(
      'NOT_A_LOG',
      'No records were found in this JSON file. Nothing was imported. A log holds JSON objects: one per line, or in a list.',
    );
  const reader = new JsonRecordReader(columns, other);
  const parser = new JsonParser(layout, reader, line, text.wrongBytes);
  const before = layout.kind === 'list' ? Buffer.from(text.head.subarray(0, at)).toString() : '';
  return {
    columns: names,
    format: found.format,
    json: true,
    warnings: () => [
      ...pageWarnings(`${before} ${learner.tail || parser.tail}`),
      ...keyWarnings(reader.repeatedKeys),
    ],
    batches: () => parsedBatches(text, Buffer.concat(blocks), false, parser, newBatch(names.length)),
  };
}

/** Signs of an interface that gives its records page by page, beside the list of records. */
function pageWarnings(around: string): readonly string[] {
  const more =
    /"(?:has_?more|is_?truncated)"\s*:\s*true/i.test(around) ||
    /"(?:@odata\.)?next_?(?:page|link|cursor|token|page_?token)"\s*:\s*(?:"[^"]|\d)/i.test(around);
  return more
    ? [
        'This file says that more pages follow it (has_more, next_page or the like): it is one page of several. Import the others too.',
      ]
    : [];
}

function keyWarnings(repeated: number): readonly string[] {
  return repeated === 0
    ? []
    : [
        `Keys stand twice in one JSON object (${repeated.toLocaleString('en')} seen). The last value was taken; which one was meant is not known.`,
      ];
}
