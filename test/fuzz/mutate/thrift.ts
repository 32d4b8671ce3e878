import type { Rng } from '../../../electron/engine/rng.ts';
import { edge } from './bytes.ts';
import { encodeThrift, readThrift, type Thrift } from './thrift-form.ts';
import { NASTY } from './words.ts';

/** The struct at a place with what is wrong put in, and how long it was; undefined for what cannot be taken apart. */
export function mutateThrift(
  rng: Rng,
  bytes: Buffer,
  at: number,
): { bytes: Buffer; length: number } | undefined {
  const reader = { bytes, at };
  try {
    const struct = readThrift(reader, 12, 0);
    for (let left = rng.pick([1, 1, 1, 2, 3]); left > 0; left--) change(rng, struct);
    return { bytes: encodeThrift(struct), length: reader.at - at };
  } catch {
    return undefined;
  }
}

function change(rng: Rng, root: Thrift): void {
  const all: { value: Thrift; put: (value: Thrift | undefined) => void }[] = [];
  const walk = (value: Thrift) => {
    if (value.kind === 'list') {
      for (const [i, item] of value.items.entries()) {
        all.push({
          value: item,
          put: (other) => (other ? value.items.splice(i, 1, other) : value.items.splice(i, 1)),
        });
        walk(item);
      }
    } else if (value.kind === 'struct') {
      for (const [i, field] of value.fields.entries()) {
        all.push({
          value: field.value,
          put: (other) => {
            if (other) field.value = other;
            else value.fields.splice(i, 1);
          },
        });
        walk(field.value);
      }
    }
  };
  walk(root);
  if (all.length === 0) return;
  const { value, put } = rng.pick(all);
  if (rng.chance(0.12)) return put(undefined);
  if (rng.chance(0.08)) return put(structuredClone(rng.pick(all).value));
  switch (value.kind) {
    case 'bool':
      value.value = !value.value;
      break;
    case 'byte':
      value.value = rng.int(0, 255);
      break;
    case 'int':
      value.value = number(rng, value.value);
      break;
    case 'double':
      value.bytes = Buffer.alloc(8, rng.int(0, 255));
      break;
    case 'binary':
      value.bytes = rng.chance(0.5)
        ? Buffer.from(rng.pick(NASTY))
        : value.bytes.subarray(0, rng.int(0, value.bytes.length));
      break;
    case 'list':
      if (rng.chance(0.5)) value.claimed = edge(rng) >>> 0;
      else value.items = Array<Thrift[]>(rng.int(0, 40)).fill(value.items).flat().slice(0, 2000);
      break;
    case 'struct':
      if (rng.chance(0.5)) value.fields = rng.shuffled(value.fields);
      else value.fields.push({ id: rng.int(1, 40), value: { kind: 'int', type: 6, value: number(rng, 0n) } });
  }
}

function number(rng: Rng, held: bigint): bigint {
  if (rng.chance(0.4)) return held + BigInt(rng.pick([-1, 1, 2, 7, 8, 100]));
  const value = BigInt(edge(rng) >>> 0);
  return rng.pick([value, -value, value << 31n, -(1n << 63n), (1n << 63n) - 1n]);
}
