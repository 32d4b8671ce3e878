import { mixBits } from '../../mix-bits.ts';

/** 32 bits scrambled, as a number from 0 on. */
export function scramble(value: number): number {
  return mixBits(value) >>> 0;
}

/** A 32-bit hash of an ordered pair of 32-bit values under a seed. */
export function hashPair(one: number, other: number, seed: number): number {
  return scramble(Math.imul(one ^ seed, 0x9e3779b1) ^ (Math.imul(other, 0x85ebca77) >>> 5) ^ other);
}

/** A 32-bit hash of a text's UTF-16 units under a seed. */
export function hashText(text: string, seed: number): number {
  let h = seed | 0;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return scramble(h);
}

/** The same of the first `count` of some UTF-16 units. */
export function hashUnits(units: Uint16Array, count: number, seed: number): number {
  let h = seed | 0;
  for (let i = 0; i < count; i++) h = Math.imul(h ^ units[i], 0x01000193);
  return scramble(h);
}
