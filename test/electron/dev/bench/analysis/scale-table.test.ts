import { expect, it } from 'vitest';
import { scaleTable } from '../../../../../electron/dev/bench/analysis/scale-table.ts';

const analysis = { seconds: 40, peakBytes: 900_400_000, accounts: 300, requests: 65_536 };

function cells(table: string): string[][] {
  return table.split('\n').map((line) => line.split(/ {2,}/));
}

it('compares the analysis with the pass, each with its own peak', () => {
  const pass = { seconds: 16, peakBytes: 1_234_000_000, accounts: 300, requests: 65_536 };
  const [head, line] = cells(scaleTable([{ size: 'S', pass, analysis }]));
  expect(Object.fromEntries(head.map((name, at) => [name, line[at]]))).toEqual({
    size: 'S',
    accounts: '300',
    requests: '65,536',
    'SQL pass, s': '16.00',
    'analysis, s': '40.0',
    ratio: '2.5',
    // 40 s over 65,536 requests times 16.
    'us/n log2 n': '38.15',
    'analysis, MB': '900',
    'SQL pass, MB': '1234',
  });
});

it('says where the pass was skipped', () => {
  const [, line] = cells(scaleTable([{ size: 'S', pass: null, analysis }]));
  expect(line).toEqual(['S', '300', '65,536', 'skipped', '40.0', 'skipped', '38.15', '900', 'skipped']);
});
