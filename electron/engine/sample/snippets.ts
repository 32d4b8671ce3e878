import type { Rng } from '../rng.ts';

const NAMES = [
  'total',
  'rows',
  'order',
  'cursor',
  'batch',
  'token',
  'entry',
  'index',
  'price',
  'queue',
  'user',
  'slot',
];
const SNIPPETS = [
  'for {a} in {b}:\n    if not {a}.ok:\n        continue\n    {c} += {a}.value',
  'const {a} = {b}.map((x) => x.{c} ?? {n});\nreturn {a}.filter(Boolean);',
  'SELECT {a}, count(*) FROM {b} WHERE {c} > {n} GROUP BY {a};',
  'fn {a}({b}: &[u32]) -> u32 {\n    {b}.iter().sum::<u32>() / {n}\n}',
  'if ({a} == null || {b}.size() < {n}) {\n    throw new IllegalStateException("{c}");\n}',
  'while (({a} = next({b})) != NULL) { {c}[{n}] = {a}; }',
  'try {\n  await {a}({b});\n} catch (e) {\n  log("{c}", e);\n}',
  'def {a}({b}, {c}={n}):\n    return [x for x in {b} if x != {c}]',
  'Traceback (most recent call last):\n  File "{a}.py", line {n}, in {b}\nKeyError: \'{c}\'',
  '{"{a}": {n}, "{b}": ["{c}", null]}',
  'grep -rn "{a}" src/{b} | head -{n}',
  'assert {a}({b}, {n}) == {c}, "{a} failed"',
];

/** A few lines of code, a query or an error, as people paste them. */
export function drawSnippet(rng: Rng): string {
  const [a, b, c] = rng.sample(NAMES, 3);
  return rng
    .pick(SNIPPETS)
    .replaceAll('{a}', a!)
    .replaceAll('{b}', b!)
    .replaceAll('{c}', c!)
    .replaceAll('{n}', String(rng.int(2, 90)));
}
