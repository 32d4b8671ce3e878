/** What a UTF-16 unit is to the scanner. */
export const SEPARATOR = 0;
export const LETTER = 1;
export const DIGIT = 2;
/** Scripts written without spaces between words: every character stands for itself. */
export const UNSPACED = 3;
export const STRUCTURE = 4;
export const SENTENCE_END = 5;
export const SPACE = 6;
export const LINE_END = 7;
/** Characters nobody sees; passed over so that they cannot be used to hide that texts agree. */
export const INVISIBLE = 8;

/**
 * The class of each UTF-16 unit and its lower case. Written out by ranges instead of asking the platform, so
 * that the same text gives the same result under any version of its Unicode tables and any locale.
 */
export const CLASS = new Uint8Array(65_536);
export const LOWER = new Uint16Array(65_536);

function mark(from: number, to: number, kind: number): void {
  CLASS.fill(kind, from, to + 1);
}

function markEach(characters: string, kind: number): void {
  for (let i = 0; i < characters.length; i++) CLASS[characters.charCodeAt(i)] = kind;
}

mark(0x00c0, 0xffff, LETTER);
mark(0x41, 0x5a, LETTER);
mark(0x61, 0x7a, LETTER);
markEach('ªµº', LETTER);
mark(0x30, 0x39, DIGIT);
mark(0xff10, 0xff19, DIGIT);
markEach('×÷', SEPARATOR);
// Thai to Myanmar, kana, Han.
mark(0x0e00, 0x109f, UNSPACED);
mark(0x3040, 0x30ff, UNSPACED);
mark(0x3400, 0x9fff, UNSPACED);
mark(0xf900, 0xfaff, UNSPACED);
// Punctuation, symbols, surrogates (emoji), private use, byte order marks.
mark(0x2000, 0x2bff, SEPARATOR);
mark(0x2e00, 0x2e7f, SEPARATOR);
mark(0x3000, 0x303f, SEPARATOR);
mark(0xd800, 0xf8ff, SEPARATOR);
mark(0xfe00, 0xfe6f, SEPARATOR);
mark(0xff00, 0xff0f, SEPARATOR);
mark(0xff1a, 0xff20, SEPARATOR);
mark(0xff3b, 0xff40, SEPARATOR);
mark(0xff5b, 0xff65, SEPARATOR);
mark(0xffe0, 0xffff, SEPARATOR);
markEach(':<>{}[]|#=：', STRUCTURE);
markEach('.!?。！？…', SENTENCE_END);
markEach(' \t\v\f\u00a0\u3000', SPACE);
mark(0x2000, 0x200a, SPACE);
markEach('\n\r\u0085\u2028\u2029', LINE_END);
markEach('\u00ad\u200b\u200c\u200d\u2060\ufeff', INVISIBLE);
mark(0xfe00, 0xfe0f, INVISIBLE);
// Combining accents stay part of their word.
mark(0x0300, 0x036f, LETTER);

for (let unit = 0; unit < 65_536; unit++) LOWER[unit] = unit;
mark32(0x41, 0x5a);
mark32(0xc0, 0xde);
mark32(0x0391, 0x03ab);
mark32(0x0410, 0x042f);
for (let unit = 0x0400; unit <= 0x040f; unit++) LOWER[unit] = unit + 80;
for (let unit = 0x0100; unit <= 0x0136; unit += 2) LOWER[unit] = unit + 1;
for (let unit = 0x0139; unit <= 0x0147; unit += 2) LOWER[unit] = unit + 1;
for (let unit = 0x014a; unit <= 0x0176; unit += 2) LOWER[unit] = unit + 1;
for (let unit = 0x0460; unit <= 0x0480; unit += 2) LOWER[unit] = unit + 1;
for (let unit = 0x048a; unit <= 0x04be; unit += 2) LOWER[unit] = unit + 1;
for (let unit = 0x0531; unit <= 0x0556; unit++) LOWER[unit] = unit + 48;
for (let unit = 0xff21; unit <= 0xff3a; unit++) LOWER[unit] = unit + 32;
for (let unit = 0xff10; unit <= 0xff19; unit++) LOWER[unit] = unit - 0xff10 + 0x30;

function mark32(from: number, to: number): void {
  for (let unit = from; unit <= to; unit++) if (CLASS[unit] === LETTER) LOWER[unit] = unit + 32;
}
