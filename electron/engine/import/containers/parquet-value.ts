import { isUtf8 } from 'node:buffer';
import type { SchemaElement } from 'hyparquet';
import { damagedParquet } from './parquet-schema.ts';

/** A value as text, or as the bytes of its text. */
export type ParquetText = string | Uint8Array;

export interface ParquetReader {
  /** The text of a stored value. @throws StillwatchError SOURCE_DAMAGED for a value of another type */
  readonly text: (value: unknown) => ParquetText;
  /** Whether JSON has it without quotes. */
  readonly bare: boolean;
}

const MAX_SCALE = 200;
/** A decimal of more bytes is none; the widest that are written have 32. */
const MAX_DECIMAL_BYTES = 64;
const DAY_S = 86_400;

/**
 * How values of a column become text: whole numbers and decimals with all their digits, times in ISO form with
 * all digits of their unit, and Z where the file says they are UTC.
 */
export function valueReader(element: SchemaElement): ParquetReader {
  const logical = element.logical_type;
  const converted = element.converted_type;
  const scale = decimalScale(element);
  switch (element.type) {
    case 'BOOLEAN':
      return { text: (value) => (value ? 'true' : 'false'), bare: true };
    case 'INT32': {
      if (logical?.type === 'DATE' || converted === 'DATE') return quoted((value) => dateText(int32(value)));
      if ((logical?.type === 'TIME' && logical.unit === 'MILLIS') || converted === 'TIME_MILLIS')
        return quoted((value) => clockText(BigInt(int32(value)), 3, isUtc(element)));
      if (scale !== undefined) return bare((value) => decimalText(BigInt(int32(value)), scale));
      if (isUnsigned(element)) return bare((value) => String(int32(value) >>> 0));
      return bare((value) => String(int32(value)));
    }
    case 'INT64': {
      const digits = unitDigits(element);
      if (digits !== undefined) {
        const utc = isUtc(element);
        const toText = isTimestamp(element) ? timestampText : clockText;
        return quoted((value) => toText(int64(value), digits, utc));
      }
      if (scale !== undefined) return bare((value) => decimalText(int64(value), scale));
      if (isUnsigned(element)) return bare((value) => String(BigInt.asUintN(64, int64(value))));
      return bare((value) => String(int64(value)));
    }
    // No more than a habit of old writers: nanoseconds, and nothing says of which zone.
    case 'INT96':
      return quoted((value) => timestampText(int64(value), 9, false));
    case 'FLOAT':
      return { text: (value) => floatText(float(value)), bare: true };
    case 'DOUBLE':
      return { text: (value) => numberText(float(value)), bare: true };
    case 'BYTE_ARRAY': {
      if (scale !== undefined) return bare((value) => decimalOf(bytes(value), scale));
      const isText =
        logical?.type === 'STRING' ||
        logical?.type === 'ENUM' ||
        logical?.type === 'JSON' ||
        converted === 'UTF8' ||
        converted === 'ENUM' ||
        converted === 'JSON';
      // What is said to be text and is none is told with its record; what is said to be nothing may be either.
      if (isText) return quoted(bytes);
      return quoted((value) => (isUtf8(bytes(value)) ? bytes(value) : hexText(bytes(value))));
    }
    case 'FIXED_LEN_BYTE_ARRAY':
      if (scale !== undefined) return bare((value) => decimalOf(bytes(value), scale));
      if (logical?.type === 'UUID') return quoted((value) => uuidText(bytes(value)));
      if (logical?.type === 'FLOAT16')
        return { text: (value) => floatText(halfFloat(bytes(value))), bare: true };
      if (converted === 'INTERVAL') return quoted((value) => intervalText(bytes(value)));
      return quoted((value) => hexText(bytes(value)));
    default:
      throw damagedParquet();
  }
}

const quoted = (text: ParquetReader['text']): ParquetReader => ({ text, bare: false });
const bare = (text: ParquetReader['text']): ParquetReader => ({ text, bare: true });

function int32(value: unknown): number {
  if (typeof value !== 'number') throw damagedParquet();
  return value;
}

function int64(value: unknown): bigint {
  if (typeof value !== 'bigint') throw damagedParquet();
  return value;
}

const float = int32;

function bytes(value: unknown): Uint8Array {
  if (!(value instanceof Uint8Array)) throw damagedParquet();
  return value;
}

function isUnsigned({ logical_type: logical, converted_type: converted }: SchemaElement): boolean {
  return logical?.type === 'INTEGER' ? !logical.isSigned : (converted?.startsWith('UINT_') ?? false);
}

const isTimestamp = ({ logical_type: logical, converted_type: converted }: SchemaElement) =>
  logical?.type === 'TIMESTAMP' || (converted?.startsWith('TIMESTAMP_') ?? false);

/** The older types of times have no mark for the zone; they are defined as UTC. */
function isUtc({ logical_type: logical }: SchemaElement): boolean {
  return logical?.type === 'TIMESTAMP' || logical?.type === 'TIME' ? logical.isAdjustedToUTC : true;
}

/** Digits of a fraction of a second in the unit of an INT64 time; undefined for other columns. */
function unitDigits({ logical_type: logical, converted_type: converted }: SchemaElement): number | undefined {
  if (logical?.type === 'TIMESTAMP' || logical?.type === 'TIME')
    return { MILLIS: 3, MICROS: 6, NANOS: 9 }[logical.unit];
  if (converted === 'TIMESTAMP_MILLIS') return 3;
  return converted === 'TIMESTAMP_MICROS' || converted === 'TIME_MICROS' ? 6 : undefined;
}

function decimalScale({
  logical_type: logical,
  converted_type: converted,
  scale,
}: SchemaElement): number | undefined {
  if (logical?.type !== 'DECIMAL' && converted !== 'DECIMAL') return undefined;
  const digits = (logical?.type === 'DECIMAL' ? logical.scale : scale) ?? 0;
  return digits >= 0 && digits <= MAX_SCALE ? digits : undefined;
}

function decimalOf(value: Uint8Array, scale: number): ParquetText {
  if (value.length > MAX_DECIMAL_BYTES) return hexText(value);
  let unscaled = 0n;
  for (const byte of value) unscaled = unscaled * 256n + BigInt(byte);
  return decimalText(BigInt.asIntN(value.length * 8, unscaled), scale);
}

function decimalText(unscaled: bigint, scale: number): string {
  if (scale === 0) return String(unscaled);
  const negative = unscaled < 0n;
  const digits = String(negative ? -unscaled : unscaled).padStart(scale + 1, '0');
  const point = digits.length - scale;
  return `${negative ? '-' : ''}${digits.slice(0, point)}.${digits.slice(point)}`;
}

let lastDay = 0;
let lastDate = '1970-01-01';

/** The date so many days after 1970-01-01; the number itself where there is none. Times of a log share days. */
function dateText(day: number): string {
  if (day === lastDay) return lastDate;
  const date = new Date(day * DAY_S * 1000);
  lastDay = day;
  lastDate = Number.isNaN(date.getTime()) ? String(day) : date.toISOString().split('T')[0];
  return lastDate;
}

/** @param digits of the fraction: 3, 6 or 9, which is also the unit of `value` */
function timestampText(value: bigint, digits: number, utc: boolean): string {
  const perSecond = 10n ** BigInt(digits);
  let seconds = value / perSecond;
  let rest = value % perSecond;
  if (rest < 0n) {
    rest += perSecond;
    seconds -= 1n;
  }
  const day = Math.floor(Number(seconds) / DAY_S);
  const date = dateText(day);
  if (!date.includes('-', 1)) return String(value);
  const second = Number(seconds) - day * DAY_S;
  const clock = `${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)}`;
  return `${date}T${clock}.${String(rest).padStart(digits, '0')}${utc ? 'Z' : ''}`;
}

const two = (value: number) => (value < 10 ? `0${value}` : `${value}`);

function clockText(value: bigint, digits: number, utc: boolean): string {
  const perDay = 86_400n * 10n ** BigInt(digits);
  if (value < 0n || value >= perDay) return String(value);
  return timestampText(value, digits, utc).slice('1970-01-01T'.length);
}

/** The shortest text that gives the number back. */
function numberText(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}

/** The shortest text that gives a number of 32 bits back, which a number of 64 bits has more digits for. */
function floatText(value: number): string {
  if (Number.isInteger(value) || !Number.isFinite(value)) return numberText(value);
  for (let digits = 1; digits < 9; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return String(short);
  }
  return String(Number(value.toPrecision(9)));
}

function halfFloat(value: Uint8Array): number {
  if (value.length !== 2) throw damagedParquet();
  const bits = value[0] | (value[1] << 8);
  const sign = bits >> 15 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 31) return fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY;
  return exponent === 0 ? sign * 2 ** -24 * fraction : sign * 2 ** (exponent - 15) * (1 + fraction / 1024);
}

/** As the bytes of an SQLite table are written. */
function hexText(value: Uint8Array): string {
  return `x'${Buffer.from(value.buffer, value.byteOffset, value.length).toString('hex').toUpperCase()}'`;
}

function uuidText(value: Uint8Array): string {
  if (value.length !== 16) throw damagedParquet();
  const hex = Buffer.from(value.buffer, value.byteOffset, 16).toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** Months, days and milliseconds as an ISO duration. */
function intervalText(value: Uint8Array): string {
  if (value.length !== 12) throw damagedParquet();
  const view = new DataView(value.buffer, value.byteOffset, 12);
  const [months, days, ms] = [0, 4, 8].map((at) => view.getUint32(at, true));
  return `P${months}M${days}DT${ms / 1000}S`;
}
