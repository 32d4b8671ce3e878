import type { Rng } from '../../../electron/engine/rng.ts';
import { edge, mutateBytes } from './bytes.ts';

/** A value of DER with those inside it, where it holds any. */
interface Node {
  tag: number;
  content: Buffer | Node[];
}

/** The DER with a value exchanged, doubled, left out, retagged or of another length; lengths around it fit mostly. */
export function mutateDer(rng: Rng, bytes: Buffer): Buffer {
  const roots = nodesOf(bytes, 0);
  if (roots === undefined || rng.chance(0.15)) return mutateBytes(rng, bytes);
  for (let left = rng.pick([1, 1, 1, 2, 4]); left > 0; left--) change(rng, roots);
  return Buffer.concat(roots.map((node) => encode(rng, node)));
}

function change(rng: Rng, roots: Node[]): void {
  const places: { readonly list: Node[]; readonly at: number }[] = [];
  const walk = (list: Node[]) => {
    for (const [at, { content }] of list.entries()) {
      places.push({ list, at });
      if (!Buffer.isBuffer(content)) walk(content);
    }
  };
  walk(roots);
  if (places.length === 0) return;
  const { list, at } = rng.pick(places);
  const other = rng.pick(places);
  switch (rng.int(0, 7)) {
    case 0:
      list.splice(at, 1);
      break;
    case 1:
      list.splice(at, 0, structuredCloneOf(list[at]));
      break;
    case 2:
      list[at] = structuredCloneOf(other.list[other.at] ?? list[at]);
      break;
    case 3:
      list[at].tag = rng.pick([0x02, 0x04, 0x05, 0x06, 0x18, 0x30, 0x31, 0xa0, 0xa1, 0x1f, 0x00, 0x80]);
      break;
    case 4:
      list[at].content = Buffer.alloc(0);
      break;
    case 5: {
      const { content } = list[at];
      if (Buffer.isBuffer(content)) list[at].content = mutateBytes(rng, content);
      else content.reverse();
      break;
    }
    case 6:
      list[at].content = wrapped(rng, encode(rng, list[at]));
      break;
    default:
      list[at].content = Buffer.alloc(rng.int(1, 300), rng.int(0, 255));
  }
}

/** Inside sequences in sequences. */
function wrapped(rng: Rng, bytes: Buffer): Buffer {
  let inside = bytes;
  for (let depth = rng.int(1, 1500); depth > 0; depth--) {
    const size = Buffer.alloc(6, 0x84);
    size[0] = 0x30;
    size.writeUInt32BE(inside.length, 2);
    inside = Buffer.concat([size, inside]);
  }
  return inside;
}

const structuredCloneOf = ({ tag, content }: Node): Node => ({
  tag,
  content: Buffer.isBuffer(content) ? Buffer.from(content) : content.map(structuredCloneOf),
});

function encode(rng: Rng, { tag, content }: Node): Buffer {
  const bytes = Buffer.isBuffer(content) ? content : Buffer.concat(content.map((node) => encode(rng, node)));
  const length = rng.chance(0.002) ? edge(rng) : bytes.length;
  if (length < 0x80) return Buffer.concat([Buffer.from([tag, length]), bytes]);
  const size = Buffer.alloc(5, 0x84);
  size.writeUInt32BE(length, 1);
  const head = size.subarray(1).subarray(length < 0x100 ? 3 : length < 0x1_0000 ? 2 : 0);
  return Buffer.concat([Buffer.from([tag, 0x80 | head.length]), head, bytes]);
}

function nodesOf(bytes: Buffer, depth: number): Node[] | undefined {
  const nodes: Node[] = [];
  for (let at = 0; at < bytes.length; ) {
    const tag = bytes[at];
    let length = bytes[at + 1] ?? 0;
    let start = at + 2;
    if (length >= 0x80) {
      const size = length & 0x7f;
      if (size === 0 || size > 4 || start + size > bytes.length) return undefined;
      length = bytes.readUIntBE(start, size);
      start += size;
    }
    if (start + length > bytes.length) return undefined;
    const content = bytes.subarray(start, start + length);
    const inner = (tag & 0x20) !== 0 && depth < 40 ? nodesOf(content, depth + 1) : undefined;
    nodes.push({ tag, content: inner ?? Buffer.from(content) });
    at = start + length;
  }
  return nodes;
}
