import { isUtf8 } from 'node:buffer';
import type { TextEncoding } from '../../../../shared/contract/imports.ts';

export const ENCODING_NAMES: Readonly<Record<TextEncoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 little endian',
  'utf-16be': 'UTF-16 big endian',
  'windows-1252': 'Windows-1252',
  'iso-8859-1': 'ISO 8859-1 (Latin-1)',
  shift_jis: 'Shift_JIS',
};

const LF = 10;
const CR = 13;
/** Of a log in UTF-16, at least times, numbers, delimiters and line ends have a NUL each. */
const UTF16_NULS = 0.1;

/**
 * The encoding of a text by its first bytes; undefined when it is none that can be found out. UTF-16 shows by
 * its mark, or by NULs that all stand on the same side. UTF-8 it is unless lines that are no UTF-8 are both
 * more than 1 in 20 and more than those that hold anything but ASCII: single spoilt lines are reported one by
 * one later.
 */
export function detectEncoding(head: Uint8Array, ended: boolean): TextEncoding | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const nuls = [0, 0];
  for (let i = 0; i < head.length; i++) if (head[i] === 0) nuls[i & 1]++;
  const all = nuls[0] + nuls[1];
  if (all > head.length * UTF16_NULS) {
    if (nuls[0] <= all * 0.05) return 'utf-16le';
    if (nuls[1] <= all * 0.05) return 'utf-16be';
  }
  if (isUtf8(head)) return 'utf-8';
  let lines = 0;
  let wrong = 0;
  let right = 0;
  for (let at = 0; at < head.length; ) {
    let end = at;
    let ascii = true;
    while (end < head.length && head[end] !== LF && head[end] !== CR) if (head[end++] > 0x7f) ascii = false;
    // The end of the sample may cut a character in two.
    if (end === head.length && !ended && lines > 0) break;
    if (end > at) lines++;
    if (!ascii) {
      if (isUtf8(withoutSurrogates(head.subarray(at, end)))) right++;
      else wrong++;
    }
    at = end + 1;
  }
  return wrong > right && wrong > lines / 20 ? undefined : 'utf-8';
}

/** Halves of characters written as if they were whole: no valid UTF-8, but no other encoding either. */
function withoutSurrogates(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1');
  return Buffer.from(text.replace(/\xed[\xa0-\xbf][\x80-\xbf]/g, ''), 'latin1');
}
