import { createHash } from 'node:crypto';
import { MERGED_BY_FIELD, type RecordBody } from '../../../shared/records/records.ts';
import { canonicalJson } from '../canonical-json.ts';

/** Records of one copy of a case: bodies by `keyOf`. */
export type RecordSet = ReadonlyMap<string, unknown>;

export const keyOf = (kind: string, id: string): string => `${kind} ${id}`;

export function splitKey(key: string): { kind: string; id: string } {
  const at = key.indexOf(' ');
  return { kind: key.slice(0, at), id: key.slice(at + 1) };
}

export type Conflict = RecordBody<'conflict'>;

/** Who changed a record last in a copy; null where that is not told. */
export type AuthorOf = (key: string) => string | null;

export interface Copy {
  readonly records: RecordSet;
  readonly authorOf: AuthorOf;
}

export interface Merged {
  /** Every record as it is after the merge, without those that neither copy has. */
  readonly records: RecordSet;
  /** What both changed in different ways, by id; each is in `records` too, as a record. */
  readonly conflicts: ReadonlyMap<string, Conflict>;
}

/**
 * Joins two copies of a case that grew apart from a common ancestor: what one changed is taken, what both changed alike
 * too. What both changed in different ways becomes a conflict, and until somebody decides the side stands that was
 * changed later, or the greater in canonical JSON. A record that one changed and the other took away stays. Nothing
 * depends on which copy is called `one`: the merge is symmetric, down to the ids of the conflicts.
 */
export function mergeThreeWay(before: RecordSet, one: Copy, other: Copy): Merged {
  const records = new Map<string, unknown>();
  const conflicts = new Map<string, Conflict>();
  const keys = [...new Set([...before.keys(), ...one.records.keys(), ...other.records.keys()])].sort();
  for (const key of keys) {
    const versions = [before, one.records, other.records].map((copy) => copy.get(key) ?? null);
    const sides: Sides = [
      { value: versions[1], author: one.authorOf(key) },
      { value: versions[2], author: other.authorOf(key) },
    ];
    const joined = mergeRecord(key, versions[0], sides);
    if (joined.value !== null) records.set(key, joined.value);
    for (const conflict of joined.conflicts) conflicts.set(conflictId(conflict), conflict);
  }
  for (const [id, conflict] of conflicts) records.set(keyOf('conflict', id), conflict);
  return { records, conflicts };
}

interface Side {
  readonly value: unknown;
  readonly author: string | null;
}
type Sides = readonly [Side, Side];

interface Joined {
  readonly value: unknown;
  readonly conflicts: readonly Conflict[];
}

function mergeRecord(key: string, before: unknown, [one, other]: Sides): Joined {
  const plain = mergeValue(before, one.value, other.value);
  if (plain !== undefined) return { value: plain.value, conflicts: [] };
  const { kind, id } = splitKey(key);
  const bodies = [before, one.value, other.value];
  if (MERGED_BY_FIELD.has(kind) && bodies.every((body) => body !== null))
    return mergeFields(kind, id, bodies as Fields[], [one, other]);
  const conflict = conflictOf(kind, id, null, before, [one, other], later(one.value, other.value));
  return { value: conflict.sides[conflict.stands].value, conflicts: [conflict] };
}

type Fields = Readonly<Record<string, unknown>>;

/** Who changed something last, and when: told by the fields themselves, and of use to nobody as a conflict. */
const BOOKKEEPING = ['changedBy', 'changedUs'];

function mergeFields(
  kind: string,
  id: string,
  [before, mine, theirs]: readonly Fields[],
  [one, other]: Sides,
): Joined {
  const newest = later(mine, theirs) >= 0 ? mine : theirs;
  const conflicts: Conflict[] = [];
  const value: Record<string, unknown> = {};
  const names = [...new Set([before, mine, theirs].flatMap((body) => Object.keys(body)))].sort();
  for (const name of names) {
    const [was, a, b] = [before, mine, theirs].map((body) => body[name] ?? null);
    const plain = BOOKKEEPING.includes(name) ? { value: newest[name] ?? null } : mergeValue(was, a, b);
    if (plain !== undefined) value[name] = plain.value;
    else {
      const sides: Sides = [
        { ...one, value: a },
        { ...other, value: b },
      ];
      const conflict = conflictOf(kind, id, name, was, sides, later(mine, theirs));
      conflicts.push(conflict);
      value[name] = conflict.sides[conflict.stands].value;
    }
  }
  return { value, conflicts };
}

/** What follows without anybody having to decide; undefined where both changed it in different ways. */
function mergeValue(before: unknown, one: unknown, other: unknown): { value: unknown } | undefined {
  if (same(one, other) || same(before, other)) return { value: one };
  return same(before, one) ? { value: other } : undefined;
}

/** Above 0 where `one` stands, below where `other` does; never 0, as they differ. */
function later(one: unknown, other: unknown): number {
  if (one === null || other === null) return one === null ? -1 : 1;
  const [a, b] = [one, other].map((body) => Number((body as Fields).changedUs ?? 0));
  return a - b || (canonicalJson(one) > canonicalJson(other) ? 1 : -1);
}

function conflictOf(
  kind: string,
  id: string,
  field: string | null,
  before: unknown,
  [one, other]: Sides,
  ahead: number,
): Conflict {
  const inOrder = canonicalJson(one) <= canonicalJson(other);
  const oneStands = ahead > 0;
  return {
    kind,
    id,
    field,
    before,
    sides: inOrder ? [one, other] : [other, one],
    stands: oneStands === inOrder ? 0 : 1,
  };
}

/** The same in both copies, and when the same copies are merged again. */
function conflictId(conflict: Conflict): string {
  return createHash('sha256').update(canonicalJson(conflict)).digest('hex').slice(0, 32);
}

function same(one: unknown, other: unknown): boolean {
  return canonicalJson(one) === canonicalJson(other);
}
