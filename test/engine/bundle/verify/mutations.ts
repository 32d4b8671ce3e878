import { random } from './made-up.ts';
import { packed, zipped } from './pack.ts';
import { type Entry, entriesOf, resealed } from './small-bag.ts';

export interface Mutation {
  readonly kind: string;
  readonly bytes: Buffer;
  /** Files that may stand for what was done: the problems must name one of them, or all. */
  readonly names: readonly string[];
  readonly all?: true;
}

const KINDS = [
  'flip',
  'flip',
  'delete',
  'add',
  'rename',
  'swap',
  'edit',
  'edit and redo the manifests',
  'pack again',
  'truncate',
  'append',
] as const;

const SIGNATURE = 'tagmanifest-sha512.txt.minisig';

/** `count` changes of a signed zip, each by itself, the same for the same seed. `name` is what the zip is called. */
export function* mutations(zip: Buffer, name: string, count: number, seed: number): Generator<Mutation> {
  const next = random(seed);
  const below = (limit: number) => Math.floor(next() * limit);
  const entries = entriesOf(zip);
  for (let number = 0; number < count; number += 1) {
    const kind = KINDS[number % KINDS.length];
    const one = below(entries.length);
    const two = (one + 1 + below(entries.length - 1)) % entries.length;
    const { path } = entries[one];
    const without = entries.filter((_, index) => index !== one);
    const put = (bytes: Buffer) => entries.map((entry, index) => (index === one ? { path, bytes } : entry));
    switch (kind) {
      case 'flip': {
        const at = below(zip.length);
        const bytes = Buffer.from(zip);
        bytes[at] ^= 1 << below(8);
        yield { kind: `${kind} byte ${at}`, bytes, names: whose(zip, at, name) };
        break;
      }
      case 'delete':
        yield { kind: `${kind} ${path}`, bytes: packed(without), names: [path] };
        break;
      case 'add': {
        const added = `${next() < 0.5 ? 'data/' : ''}extra-${below(1000)}.txt`;
        const bytes = packed([...entries, { path: added, bytes: Buffer.from('x') }]);
        yield { kind: `${kind} ${added}`, bytes, names: [added] };
        break;
      }
      case 'rename': {
        const renamed = `${path}${below(1000)}`;
        yield {
          kind: `${kind} ${path}`,
          bytes: packed([...without, { path: renamed, bytes: entries[one].bytes }]),
          names: [path, renamed],
          all: true,
        };
        break;
      }
      case 'swap': {
        const swapped = entries.map((entry, index) => ({
          path: entry.path,
          bytes: entries[index === one ? two : index === two ? one : index].bytes,
        }));
        yield {
          kind: `${kind} ${path} and ${entries[two].path}`,
          bytes: packed(swapped),
          names: [path, entries[two].path],
          all: true,
        };
        break;
      }
      case 'edit':
        yield {
          kind: `${kind} ${path}`,
          bytes: packed(put(edited(entries[one].bytes, below))),
          names: [path],
        };
        break;
      case 'edit and redo the manifests': {
        // What is made anew anyway would undo the edit.
        const payload = entries.filter(
          (entry) => entry.path.startsWith('data/') || entry.path === 'bag-info.txt',
        );
        const target = payload[below(payload.length)];
        const changed = entries.map((entry) =>
          entry === target ? { ...entry, bytes: edited(entry.bytes, below) } : entry,
        );
        yield { kind: `${kind}: ${target.path}`, bytes: packed(resealed(changed)), names: [SIGNATURE] };
        break;
      }
      case 'pack again':
        yield { kind, ...packedAgain(entries, below) };
        break;
      case 'truncate':
        yield { kind, bytes: zip.subarray(0, zip.length - 1 - below(zip.length - 1)), names: [name] };
        break;
      case 'append':
        yield { kind, bytes: Buffer.concat([zip, Buffer.alloc(1 + below(100), below(256))]), names: [name] };
        break;
    }
  }
}

/** One byte more, less, or another. */
function edited(bytes: Buffer, below: (limit: number) => number): Buffer {
  const at = below(Math.max(1, bytes.length));
  const kind = below(3);
  if (kind === 0 || bytes.length === 0)
    return Buffer.concat([bytes.subarray(0, at), Buffer.from('x'), bytes.subarray(at)]);
  if (kind === 1) return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)]);
  const copy = Buffer.from(bytes);
  copy[at] ^= 1 << below(7);
  return copy;
}

function packedAgain(entries: readonly Entry[], below: (limit: number) => number) {
  const all = entries.map(({ path }) => path);
  switch (below(4)) {
    case 0:
      return { bytes: zipped(packOrder(entries), { date: 0x5c21_0000 + below(9999) }), names: all };
    case 1:
      return { bytes: zipped(packOrder(entries), { deflate: true }), names: all };
    case 2:
      return { bytes: zipped([...entries].reverse(), {}), names: all };
    default:
      return { bytes: zipped([...entries].reverse(), { asGiven: true }), names: all };
  }
}

/** Payload first, each part by name as it was. */
function packOrder<Item extends { readonly path: string }>(entries: readonly Item[]): Item[] {
  return [...entries].sort(
    (a, b) => Number(!a.path.startsWith('data/')) - Number(!b.path.startsWith('data/')),
  );
}

/** The file that a byte of the zip belongs to; in the directory at its end any, for one name can pass for another. */
function whose(zip: Buffer, at: number, name: string): readonly string[] {
  const entries = entriesOf(zip).map(({ path, bytes }) => ({
    path,
    size: 30 + Buffer.byteLength(path) + bytes.length,
  }));
  let end = 0;
  for (const { path, size } of packOrder(entries)) {
    end += size;
    if (at < end) return [path];
  }
  return [name, ...entries.map(({ path }) => path)];
}
