import { z } from 'zod';
import { ANNOTATION_KINDS } from '../../../../../shared/contract/annotations.ts';
import { formatUtc } from '../../../../../shared/time/zone.ts';
import { listAnnotations } from '../../../annotations/read.ts';
import type { FilesOf } from '../../published/published.ts';
import { text, us, utc } from '../field-shapes.ts';
import { ndjsonFile } from '../file-of.ts';
import { byText } from '../order.ts';

/** A line of `data/annotations.ndjson`. */
export const annotationShape = z.strictObject({
  id: text,
  on: text.describe('reference of what it is on'),
  account: text.nullable().describe('the account that it belongs to; null for what belongs to none'),
  kind: z.enum(ANNOTATION_KINDS),
  text: text.describe('empty for a star'),
  author: text,
  createdUs: us,
  created: utc,
  changedUs: us,
  changed: utc,
});

/** Oldest first. */
export const annotationFiles: FilesOf = async ({ open: { db } }) => [
  ndjsonFile('data/annotations.ndjson', annotationShape, () =>
    listAnnotations(db, null)
      .sort((one, other) => one.createdUs - other.createdUs || byText(one.id, other.id))
      .map(({ id, on, account, kind, text: words, author, createdUs, changedUs }) => ({
        id,
        on,
        account,
        kind,
        text: words,
        author,
        createdUs,
        created: formatUtc(createdUs),
        changedUs,
        changed: formatUtc(changedUs),
      })),
  ),
];
