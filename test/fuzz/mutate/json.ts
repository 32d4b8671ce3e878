import type { Rng } from '../../../electron/engine/rng.ts';
import { NASTY } from './words.ts';

type Json = unknown;

/** JSON in place of another value, as text: some of it is none. */
const VALUES: readonly string[] = [
  'null',
  'true',
  '0',
  '-0',
  '1e999',
  '-1e-999',
  '1e400',
  '9007199254740993',
  '123456789012345678901234567890',
  '0.1e+2',
  '01',
  '.5',
  '+1',
  'NaN',
  'undefined',
  '""',
  '[]',
  '{}',
  '[[]]',
  '{"":null}',
  '{"__proto__":{"polluted":1}}',
  '{"constructor":{"prototype":{"polluted":1}}}',
  '{"a":1,"a":2}',
  '"\\ud800"',
  '"\\u0000"',
  '"\\ud83d\\ude00"',
  '"\\x"',
  '"unclosed',
  '[1,]',
  '{"a":}',
  "{'a':1}",
  '/* x */1',
];

/** The value as JSON text, with some of its parts exchanged, left out, doubled, renamed or nested without end. */
export function mutateJson(rng: Rng, value: Json, share = 0.06): string {
  if (rng.chance(share)) return oddValue(rng, value);
  if (Array.isArray(value)) {
    const items = value.flatMap((item) => {
      if (rng.chance(share / 2)) return [];
      const text = mutateJson(rng, item, share);
      return rng.chance(share / 2) ? Array<string>(rng.int(2, 20)).fill(text) : [text];
    });
    return `[${items.join(',')}]`;
  }
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).flatMap(([key, below]) => {
      if (rng.chance(share / 2)) return [];
      const name = rng.chance(share / 2) ? rng.pick(NASTY) : key;
      const text = `${JSON.stringify(name)}:${mutateJson(rng, below, share)}`;
      return rng.chance(share / 2) ? [text, `${JSON.stringify(name)}:${oddValue(rng, below)}`] : [text];
    });
    if (rng.chance(share)) members.push(`${JSON.stringify(rng.pick(NASTY))}:${oddValue(rng, value)}`);
    return `{${members.join(rng.chance(share / 4) ? ' , ' : ',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}

function oddValue(rng: Rng, value: Json): string {
  const kind = rng.float();
  if (kind < 0.45) return rng.pick(VALUES);
  if (kind < 0.7) return JSON.stringify(rng.pick(NASTY));
  if (kind < 0.76) return nested(rng);
  if (kind < 0.8) return JSON.stringify('x'.repeat(rng.int(1, 20_000)));
  if (typeof value === 'number')
    return String(rng.pick([-value, value + 1, value * 1e15, value / 3, 2 ** 53, -1, 0.5, 1e21]));
  if (typeof value === 'string') return JSON.stringify(`${value}${rng.pick(NASTY)}`);
  return `[${JSON.stringify(value) ?? 'null'}]`;
}

/** Brackets in brackets: some levels too many, or some ten thousand. */
function nested(rng: Rng): string {
  const depth = rng.chance(0.7) ? rng.int(30, 260) : rng.int(1000, 20_000);
  const [open, close] = rng.pick([
    ['[', ']'],
    ['{"a":', '}'],
    ['[{"":', '}]'],
  ]);
  return open.repeat(depth) + (rng.chance(0.2) ? '' : `1${close.repeat(depth)}`);
}
