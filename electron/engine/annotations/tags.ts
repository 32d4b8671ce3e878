import type { TagInfo } from '../../../shared/contract/annotations.ts';
import { StillwatchError } from '../../../shared/contract/errors.ts';
import type { RecordBody } from '../../../shared/records/records.ts';
import type { Case } from '../case/case.ts';
import type { Database } from '../case/database.ts';
import { nowUs } from '../clock.ts';
import { act } from '../commands/act.ts';
import { shortened } from '../commands/shortened.ts';
import type { RecordChange } from '../records/change.ts';
import { listRecords, readRecord } from '../records/read.ts';
import { changeOf } from './words.ts';

/** All tags that stand on something or have a meaning, by name. */
export function listTags(db: Database): TagInfo[] {
  const used = db
    .prepare(
      `SELECT text AS tag, count(*) AS uses, count(DISTINCT target) AS things
       FROM annotation WHERE kind = 'tag' GROUP BY text`,
    )
    .all() as Pick<TagInfo, 'tag' | 'uses' | 'things'>[];
  const tags = new Map<string, TagInfo>(used.map((one) => [one.tag, { ...one, colour: null, meaning: '' }]));
  for (const [tag, { colour, meaning }] of listRecords(db, 'tag')) {
    const { uses, things } = tags.get(tag) ?? { uses: 0, things: 0 };
    tags.set(tag, { tag, colour, meaning, uses, things });
  }
  return [...tags.values()].sort((a, b) => (a.tag < b.tag ? -1 : 1));
}

/** Says what a tag means, and its hue (0 to 7). */
export function describeTag(open: Case, tag: string, colour: number, meaning: string): void {
  const id = tag.trim().toWellFormed();
  act(open, {
    action: 'tag.describe',
    title: `describe the tag "${shortened(id)}"`,
    changes: [{ kind: 'tag', id, body: { colour, meaning: meaning.trim().toWellFormed() } }],
  });
}

/**
 * Calls a tag otherwise wherever it stands, as one act. What carries the other tag already loses the first one, and
 * of two meanings that of the name chosen stays.
 * @returns how many annotations were changed or taken away
 * @throws StillwatchError NOT_FOUND for a tag that there is not
 */
export function renameTag(open: Case, from: string, to: string): number {
  const { db } = open;
  const name = to.trim().toWellFormed();
  if (name === from) return 0;
  const tagged = taggedWith(db, from);
  const meaning = readRecord(db, 'tag', from);
  if (tagged.length === 0 && !meaning)
    throw new StillwatchError('NOT_FOUND', 'There is no such tag in the case. Nothing was changed.');
  const has = new Set(taggedWith(db, name).map(([, { on }]) => on));
  const known = readRecord(db, 'tag', name);
  const joins = has.size > 0 || known !== null;
  const changedUs = nowUs();
  const changes: RecordChange[] = tagged.map(([id, body]) =>
    changeOf(id, has.has(body.on) ? null : { ...body, text: name, changedUs }),
  );
  if (meaning) {
    changes.push({ kind: 'tag', id: from, body: null });
    if (!known) changes.push({ kind: 'tag', id: name, body: meaning });
  }
  const words = joins ? 'merge the tag' : 'rename the tag';
  act(open, {
    action: joins ? 'tag.merge' : 'tag.rename',
    title: `${words} "${shortened(from)}" ${joins ? 'into' : 'to'} "${shortened(name)}"`,
    changes,
  });
  return tagged.length;
}

function taggedWith(db: Database, tag: string): [string, RecordBody<'annotation'>][] {
  const rows = db
    .prepare(
      `SELECT id, body FROM record
       WHERE kind = 'annotation' AND body ->> '$.kind' = 'tag' AND body ->> '$.text' = ? ORDER BY id`,
    )
    .raw()
    .all(tag) as [string, string][];
  return rows.map(([id, body]) => [id, JSON.parse(body)]);
}
