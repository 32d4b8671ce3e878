import type { RecordKind } from '../../../../shared/records/records.ts';
import { canonicalJson } from '../../canonical-json.ts';
import type { Selection } from '../select/selection.ts';
import { CUSTODY_PLAIN } from './columns.ts';
import { hiddenJson } from './hide.ts';
import type { Leaving } from './table.ts';

/**
 * What an entry of a custody log carries in whose place something was left out: what. Its hash is that of the whole
 * text, so that of such an entry only its link to the one before can be checked.
 */
export const WITHHELD = 'withheld';

type Entry = Readonly<Record<string, unknown>>;

/**
 * The text of an entry of a custody log as it leaves: without what it tells of things that do not go along, without
 * notes of speakers, and redacted.
 */
export function leavingEntry(text: string, { selection, redactor, redacted }: Leaving): string {
  const entry = JSON.parse(text) as Entry;
  const left = withoutOthers(entry, selection);
  if (!redacted) return left === entry ? text : canonicalJson(left);
  return canonicalJson(
    Object.fromEntries(
      Object.entries(left).map(([name, value]) => [
        name,
        CUSTODY_PLAIN.has(name) ? value : hiddenJson(redactor, {}, value),
      ]),
    ),
  );
}

/** The same entry where all of it may go. */
function withoutOthers(entry: Entry, selection: Selection): Entry {
  const { changes } = (entry.detail ?? {}) as {
    readonly changes?: readonly { readonly kind: RecordKind; readonly id: string }[];
  };
  if (!Array.isArray(changes)) return entry;
  if (!changes.every(({ kind, id }) => selection.hasRecord(kind, id)))
    return { ...entry, detail: {}, [WITHHELD]: 'detail' };
  const detail = withoutSpeakerNotes(entry.detail);
  return detail === entry.detail ? entry : { ...entry, detail, [WITHHELD]: 'speakerNotes' };
}

/** The same value where it has none. */
function withoutSpeakerNotes(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const left = Object.entries(value).map(([key, of]) => [
    key,
    key === 'speakerNotes' ? '' : withoutSpeakerNotes(of),
  ]);
  if (Object.entries(value).every(([, of], i) => of === left[i][1])) return value;
  return Array.isArray(value) ? left.map(([, of]) => of) : Object.fromEntries(left);
}
