import type { TextEncoding } from '../../../../shared/contract/imports.ts';

/**
 * Turns blocks of text in another encoding into UTF-8. What is no text in that encoding becomes bytes that are
 * no UTF-8 (never a replacement character), so that the record it stands in is reported.
 */
export interface ToUtf8 {
  push(block: Uint8Array): Uint8Array;
  /** What is left when no more blocks follow. */
  end(): Uint8Array;
}

/** A byte that UTF-8 never has. */
const NO_UTF8 = 0xff;

export function toUtf8(encoding: Exclude<TextEncoding, 'utf-8'>): ToUtf8 {
  switch (encoding) {
    case 'utf-16le':
      return new FromUtf16(0);
    case 'utf-16be':
      return new FromUtf16(1);
    case 'windows-1252':
      return new FromSingleByte(WINDOWS_1252);
    case 'iso-8859-1':
      return new FromSingleByte(LATIN_1);
    case 'shift_jis':
      return new FromShiftJis();
  }
}

const NOTHING = new Uint8Array(0);

class FromUtf16 implements ToUtf8 {
  /** Where in its two bytes the low one stands is 0 (little endian) or 1. */
  private readonly low: 0 | 1;
  private left: Uint8Array = NOTHING;

  constructor(low: 0 | 1) {
    this.low = low;
  }

  push(block: Uint8Array): Uint8Array {
    const bytes = this.left.length === 0 ? block : Buffer.concat([this.left, block]);
    const out = new Uint8Array((bytes.length >> 1) * 3);
    const unit = (at: number) => bytes[at + this.low] | (bytes[at + 1 - this.low] << 8);
    let used = 0;
    let at = 0;
    for (; at + 1 < bytes.length; at += 2) {
      const code = unit(at);
      if (code < 0x80) out[used++] = code;
      else if (code < 0x800) {
        out[used++] = 0xc0 | (code >> 6);
        out[used++] = 0x80 | (code & 63);
      } else if (code >= 0xd800 && code < 0xdc00) {
        if (at + 3 >= bytes.length) break;
        const next = unit(at + 2);
        if (next >= 0xdc00 && next < 0xe000) {
          const point = 0x10000 + ((code - 0xd800) << 10) + (next - 0xdc00);
          out[used++] = 0xf0 | (point >> 18);
          out[used++] = 0x80 | ((point >> 12) & 63);
          out[used++] = 0x80 | ((point >> 6) & 63);
          out[used++] = 0x80 | (point & 63);
          at += 2;
        } else out[used++] = NO_UTF8;
      } else if (code >= 0xdc00 && code < 0xe000) out[used++] = NO_UTF8;
      else {
        out[used++] = 0xe0 | (code >> 12);
        out[used++] = 0x80 | ((code >> 6) & 63);
        out[used++] = 0x80 | (code & 63);
      }
    }
    this.left = Uint8Array.from(bytes.subarray(at));
    return out.subarray(0, used);
  }

  /** Half a character at the end is none. */
  end(): Uint8Array {
    return this.left.length === 0 ? NOTHING : Uint8Array.of(NO_UTF8);
  }
}

const LATIN_1 = Array.from({ length: 128 }, (_, i) => 0x80 + i);
/** Code points of the bytes 0x80 to 0x9f; 0 where windows-1252 has none. */
const WINDOWS_1252_LOW = [
  0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0,
  0x017d, 0, 0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a,
  0x0153, 0, 0x017e, 0x0178,
];
const WINDOWS_1252 = [...WINDOWS_1252_LOW, ...LATIN_1.slice(32)];

class FromSingleByte implements ToUtf8 {
  private readonly utf8: readonly Uint8Array[];

  /** @param points code points of the bytes 0x80 to 0xff; 0 for a byte that is no character. */
  constructor(points: readonly number[]) {
    const encoder = new TextEncoder();
    this.utf8 = points.map((point) =>
      point === 0 ? Uint8Array.of(NO_UTF8) : encoder.encode(String.fromCodePoint(point)),
    );
  }

  push(block: Uint8Array): Uint8Array {
    const out = new Uint8Array(block.length * 3);
    let used = 0;
    for (let i = 0; i < block.length; i++) {
      const byte = block[i];
      if (byte < 0x80) out[used++] = byte;
      else for (const part of this.utf8[byte - 0x80]) out[used++] = part;
    }
    return out.subarray(0, used);
  }

  end(): Uint8Array {
    return NOTHING;
  }
}

class FromShiftJis implements ToUtf8 {
  private readonly decoder = new TextDecoder('shift_jis', { ignoreBOM: true });

  push(block: Uint8Array): Uint8Array {
    return marked(this.decoder.decode(block, { stream: true }));
  }

  end(): Uint8Array {
    return marked(this.decoder.decode());
  }
}

/** Shift_JIS has no U+FFFD, so each one stands for bytes that could not be read. */
function marked(text: string): Uint8Array {
  const bytes = Buffer.from(text);
  if (!text.includes('\ufffd')) return bytes;
  const pieces = text
    .split('\ufffd')
    .flatMap((piece, i) => (i === 0 ? [] : [Buffer.of(NO_UTF8)]).concat(Buffer.from(piece)));
  return Buffer.concat(pieces);
}
