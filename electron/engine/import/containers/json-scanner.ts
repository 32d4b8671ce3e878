/** Result of a scan that could not go on: broken when `fault` says why, else the bytes ended first. */
export const STOPPED = -1;
/** Deeper nesting is no log. */
export const MAX_DEPTH = 200;
export const TOO_DEEP = `nested deeper than ${MAX_DEPTH}`;

const LF = 10;
const CR = 13;
const TAB = 9;
const SPACE = 32;
const QUOTE = 34;
const COMMA = 44;
const MINUS = 45;
const DOT = 46;
const ZERO = 48;
const NINE = 57;
const COLON = 58;
const OPEN_LIST = 91;
const BACKSLASH = 92;
const CLOSE_LIST = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;

/** The characters that may stand behind a backslash, beside `u`. */
const ESCAPES = new Set([...'"\\/bfnrt'].map((char) => char.charCodeAt(0)));
const LITERALS = ['true', 'false', 'null'].map((word) => Buffer.from(word));

/**
 * Walks over JSON (RFC 8259, strictly) as bytes, without making values of them. Each method takes the position
 * where its thing begins and returns the one behind it, or STOPPED.
 */
export class JsonScanner {
  bytes: Uint8Array = new Uint8Array(0);
  /** Bytes from here on are not there yet. */
  end = 0;
  /** Why the text is no JSON, when a scan stopped for that. */
  fault: string | null = null;
  faultAt = 0;
  /** Whether the last string holds a backslash. */
  escaped = false;

  start(bytes: Uint8Array, end: number): void {
    this.bytes = bytes;
    this.end = end;
    this.fault = null;
  }

  broken(at: number, fault: string): typeof STOPPED {
    this.fault = fault;
    this.faultAt = at;
    return STOPPED;
  }

  /** Behind white space; never stops. */
  space(at: number): number {
    const { bytes, end } = this;
    let i = at;
    while (i < end) {
      const byte = bytes[i];
      if (byte !== SPACE && byte !== LF && byte !== CR && byte !== TAB) break;
      i++;
    }
    return i;
  }

  /** From behind the opening quote to behind the closing one. */
  string(at: number): number {
    const { bytes, end } = this;
    this.escaped = false;
    let i = at;
    for (;;) {
      if (i >= end) return STOPPED;
      const byte = bytes[i];
      if (byte === QUOTE) return i + 1;
      if (byte < SPACE) return this.broken(i, 'a control character in a string');
      if (byte !== BACKSLASH) i++;
      else {
        this.escaped = true;
        i = this.escape(i);
        if (i < 0) return STOPPED;
      }
    }
  }

  private escape(at: number): number {
    const { bytes, end } = this;
    if (at + 1 >= end) return STOPPED;
    if (bytes[at + 1] !== 117) {
      return ESCAPES.has(bytes[at + 1]) ? at + 2 : this.broken(at, 'an unknown escape in a string');
    }
    const unit = this.hex(at + 2);
    if (unit < 0) return STOPPED;
    if (unit < 0xd800 || unit > 0xdfff) return at + 6;
    if (unit > 0xdbff) return this.broken(at, 'half a character in a string');
    if (at + 7 >= end) return STOPPED;
    if (bytes[at + 6] !== BACKSLASH || bytes[at + 7] !== 117)
      return this.broken(at, 'half a character in a string');
    const low = this.hex(at + 8);
    if (low < 0) return STOPPED;
    return low >= 0xdc00 && low <= 0xdfff ? at + 12 : this.broken(at, 'half a character in a string');
  }

  private hex(at: number): number {
    let value = 0;
    for (let i = at; i < at + 4; i++) {
      if (i >= this.end) return STOPPED;
      const digit = hexDigit(this.bytes[i]);
      if (digit < 0) return this.broken(i, 'an unknown escape in a string');
      value = value * 16 + digit;
    }
    return value;
  }

  /** Any value. */
  value(at: number, depth: number): number {
    const { bytes, end } = this;
    if (at >= end) return STOPPED;
    const byte = bytes[at];
    if (byte === QUOTE) return this.string(at + 1);
    if (byte === OPEN_OBJECT || byte === OPEN_LIST) return this.nested(at, depth);
    if (byte === MINUS || (byte >= ZERO && byte <= NINE)) return this.number(at);
    return this.literal(at);
  }

  private nested(at: number, depth: number): number {
    const { bytes, end } = this;
    if (depth >= MAX_DEPTH) return this.broken(at, TOO_DEEP);
    const isObject = bytes[at] === OPEN_OBJECT;
    const close = isObject ? CLOSE_OBJECT : CLOSE_LIST;
    let i = this.space(at + 1);
    if (i < end && bytes[i] === close) return i + 1;
    for (;;) {
      if (isObject) {
        i = this.key(i);
        if (i < 0) return STOPPED;
      }
      i = this.value(i, depth + 1);
      if (i < 0) return STOPPED;
      i = this.space(i);
      if (i >= end) return STOPPED;
      if (bytes[i] === close) return i + 1;
      if (bytes[i] !== COMMA) return this.broken(i, 'something else than a comma between values');
      i = this.space(i + 1);
    }
  }

  /** A key and its colon, to where the value begins. */
  key(at: number): number {
    const { bytes, end } = this;
    if (at >= end) return STOPPED;
    if (bytes[at] !== QUOTE) return this.broken(at, 'something else than a key in quotes');
    const keyEnd = this.string(at + 1);
    return keyEnd < 0 ? STOPPED : this.colon(keyEnd);
  }

  /** From behind a key to where its value begins. */
  colon(at: number): number {
    const i = this.space(at);
    if (i >= this.end) return STOPPED;
    if (this.bytes[i] !== COLON) return this.broken(i, 'no colon behind a key');
    return this.space(i + 1);
  }

  private number(at: number): number {
    const { bytes, end } = this;
    let i = bytes[at] === MINUS ? at + 1 : at;
    if (i >= end) return STOPPED;
    const first = i;
    i = this.digits(i);
    if (i === first || (bytes[first] === ZERO && i > first + 1)) return this.broken(at, 'no valid number');
    if (i < end && bytes[i] === DOT) {
      const from = i + 1;
      i = this.digits(from);
      if (i === from) return i >= end ? STOPPED : this.broken(at, 'no valid number');
    }
    if (i < end && (bytes[i] | 32) === 101) {
      const from = i + 1 < end && (bytes[i + 1] === 43 || bytes[i + 1] === MINUS) ? i + 2 : i + 1;
      i = this.digits(from);
      if (i === from) return i >= end ? STOPPED : this.broken(at, 'no valid number');
    }
    return i;
  }

  private digits(at: number): number {
    const { bytes, end } = this;
    let i = at;
    while (i < end && bytes[i] >= ZERO && bytes[i] <= NINE) i++;
    return i;
  }

  private literal(at: number): number {
    const { bytes, end } = this;
    const word = LITERALS.find((literal) => literal[0] === bytes[at]);
    if (!word) return this.broken(at, 'something that is no value');
    for (let i = 1; i < word.length; i++) {
      if (at + i >= end) return STOPPED;
      if (bytes[at + i] !== word[i]) return this.broken(at, 'something that is no value');
    }
    return at + word.length;
  }
}

function hexDigit(byte: number): number {
  if (byte >= ZERO && byte <= NINE) return byte - ZERO;
  const letter = byte | 32;
  return letter >= 97 && letter <= 102 ? letter - 87 : -1;
}

const PLAIN = new Map([...'bfnrt'].map((char, i) => [char.charCodeAt(0), [8, 12, 10, 13, 9][i]]));

/** Writes the text of a scanned string, without its quotes, as UTF-8. Returns the position behind it. */
export function unescapeString(
  bytes: Uint8Array,
  from: number,
  to: number,
  out: Uint8Array,
  outAt: number,
): number {
  let at = outAt;
  for (let i = from; i < to; i++) {
    if (bytes[i] !== BACKSLASH) {
      out[at++] = bytes[i];
      continue;
    }
    const kind = bytes[++i];
    if (kind !== 117) {
      out[at++] = PLAIN.get(kind) ?? kind;
      continue;
    }
    let point = unitAt(bytes, i + 1);
    i += 4;
    if (point >= 0xd800 && point < 0xdc00) {
      point = 0x10000 + ((point - 0xd800) << 10) + (unitAt(bytes, i + 3) - 0xdc00);
      i += 6;
    }
    if (point < 0x80) out[at++] = point;
    else {
      const shifts = point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
      out[at++] = (shifts === 1 ? 0xc0 : shifts === 2 ? 0xe0 : 0xf0) | (point >> (6 * shifts));
      for (let s = shifts - 1; s >= 0; s--) out[at++] = 0x80 | ((point >> (6 * s)) & 63);
    }
  }
  return at;
}

function unitAt(bytes: Uint8Array, at: number): number {
  let value = 0;
  for (let i = at; i < at + 4; i++) value = value * 16 + hexDigit(bytes[i]);
  return value;
}
