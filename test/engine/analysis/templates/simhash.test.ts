import { describe, expect, it } from 'vitest';
import { Scanner } from '../../../../electron/engine/analysis/templates/scanner.ts';
import { SimHash } from '../../../../electron/engine/analysis/templates/simhash.ts';
import { Prose } from './prose.ts';

const scanner = new Scanner();
const simhash = new SimHash();

function bits(text: string): [number, number] {
  scanner.scan(text);
  simhash.read(scanner);
  return [simhash.high, simhash.low];
}

function distance(one: string, other: string): number {
  const [a, b] = bits(one);
  const [c, d] = bits(other);
  const ones = (value: number): number => value.toString(2).replaceAll('0', '').length;
  return ones((a ^ c) >>> 0) + ones((b ^ d) >>> 0);
}

describe('SimHash', () => {
  it('is near for texts that differ in a word and far for others', () => {
    const prose = new Prose(3);
    for (let i = 0; i < 20; i++) {
      const text = prose.words(80);
      expect(distance(text, text.toUpperCase())).toBe(0);
      expect(distance(text, `${text} once`)).toBeLessThanOrEqual(14);
      expect(distance(text, prose.words(80))).toBeGreaterThan(18);
    }
  });

  it('tells texts apart that differ in numbers', () => {
    expect(distance('problem number 5', 'problem number 6')).toBeGreaterThan(0);
  });

  it('holds for texts of more than 255 pairs', () => {
    const text = new Prose(4).words(900);
    expect(distance(text, `${text} once`)).toBeLessThanOrEqual(3);
  });
});
