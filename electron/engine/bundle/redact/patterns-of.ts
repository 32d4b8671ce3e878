import { escapeMarkup } from '../../../../shared/escape-markup.ts';

/** Values this short are looked for as they stand alone, since their encodings are found in any checksum. */
const SHORTEST_ENCODED = 6;
/** A longer spelling is found by its beginning. */
export const LONGEST_PATTERN = 64;

/** How a value may stand in a file, as bytes one character each; `alone` only where it is no part of a word. */
export function* patternsOf(value: string): Iterable<{ readonly bytes: string; readonly alone: boolean }> {
  const utf8 = Buffer.from(value, 'utf8');
  const alone = utf8.length < SHORTEST_ENCODED;
  const spellings = [
    value,
    JSON.stringify(value).slice(1, -1),
    escapeMarkup(value),
    inText(value),
    inText(value).replaceAll('"', '&quot;'),
    encodeURIComponent(value.toWellFormed()),
  ];
  for (const spelling of new Set(spellings)) yield { bytes: latin(Buffer.from(spelling, 'utf8')), alone };
  if (alone) return;
  const utf16 = Buffer.from(value, 'utf16le');
  yield { bytes: latin(utf16), alone };
  yield { bytes: latin(Buffer.from(utf16).swap16()), alone };
  const hex = utf8.toString('hex');
  yield { bytes: cut(hex), alone };
  yield { bytes: cut(hex.toUpperCase()), alone };
  for (const base64 of new Set([0, 1, 2].map((before) => base64Of(utf8, before)))) {
    yield { bytes: cut(base64), alone };
    const forUrls = base64.replaceAll('+', '-').replaceAll('/', '_');
    if (forUrls !== base64) yield { bytes: cut(forUrls), alone };
  }
}

/** As markup has it between tags. */
function inText(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** What of its base64 (RFC 4648) does not depend on the bytes around it, of which `before` precede it in its group. */
function base64Of(bytes: Uint8Array, before: number): string {
  const text = Buffer.concat([new Uint8Array(before), bytes]).toString('base64');
  return text.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6));
}

const latin = (bytes: Buffer) => bytes.subarray(0, LONGEST_PATTERN).toString('latin1');
const cut = (text: string) => text.slice(0, LONGEST_PATTERN);
