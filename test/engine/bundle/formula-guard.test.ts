import { describe, expect, it } from 'vitest';
import { csvLine, guardFormula } from '../../../electron/engine/bundle/formula-guard.ts';

describe('guardFormula', () => {
  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    ' =1',
    '  +1',
    '"=1',
    "'=1",
    '\u00A0=1',
    '\u200B=1',
    '\uFEFF=1',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    '\ttext',
    '\rtext',
    '“=1',
    '\u0000=1',
    "''-1",
  ])('puts one quote before %j', (text) => {
    expect(guardFormula(text)).toBe(`'${text}`);
  });

  it.each(['', 'plain', "'tis", '1-2', 'a=b', '"quoted"', '2026-05-04', '[]'])(
    'leaves %j as it is',
    (text) => {
      expect(guardFormula(text)).toBe(text);
    },
  );
});

describe('csvLine', () => {
  it('follows RFC 4180 and leaves numbers as numbers', () => {
    expect(csvLine(['a', -5, null, 'x,y', 'say "hi"', 'two\nlines', ' edge', '-5'])).toBe(
      'a,-5,,"x,y","say ""hi""","two\nlines"," edge",\'-5\r\n',
    );
  });
});
