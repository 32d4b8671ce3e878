const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/;

/** What one unit of the money is in micro-USD, as a power of ten. */
export type MoneyUnit = 'dollars' | 'cents';
const EXPONENT: Readonly<Record<MoneyUnit, number>> = { dollars: 6, cents: 4 };

/**
 * Money as a whole number of micro-USD, computed on the digits; thousands may be grouped by commas.
 * `exact` says that nothing was rounded off and the text can be given back.
 * @returns undefined when the text is no amount, or too large to be one.
 */
export function microUsd(text: string, unit: MoneyUnit): { value: string; exact: boolean } | undefined {
  const plain = text.replace(/^\s*\$?/, '').trim();
  const grouped = plain.includes(',');
  if (grouped && !/^[+-]?\d{1,3}(,\d{3})+(\.\d*)?$/.test(plain)) return undefined;
  const match = DECIMAL.exec(plain.replaceAll(',', ''));
  if (!match || (match[2] === '' && (match[3] ?? '') === '')) return undefined;
  const [, sign, whole, fraction = '', power = '0'] = match;
  const shift = EXPONENT[unit] + Number(power) - fraction.length;
  const digits = BigInt(whole + fraction);
  if (shift > 30) return undefined;
  let value = digits;
  let exact = !grouped;
  if (shift >= 0) value = digits * 10n ** BigInt(shift);
  else {
    const divisor = 10n ** BigInt(-shift);
    value = (digits + divisor / 2n) / divisor;
    exact &&= value * divisor === digits;
  }
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) return undefined;
  return { value: `${sign === '-' && value > 0n ? '-' : ''}${value}`, exact };
}

/** A whole number that a count's text spells, as '3.0' and '1,200' do too; undefined for anything else. */
export function wholeNumber(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const plain = /^\d{1,3}(,\d{3})+$/.test(text) ? text.replaceAll(',', '') : text;
  if (!/^\d{1,15}(\.0*)?$/.test(plain)) return undefined;
  return Number(plain);
}

/** Sum of the numbers that are there; undefined when none is. */
export function sum(...numbers: readonly (number | undefined)[]): number | undefined {
  const given = numbers.filter((number) => number !== undefined);
  return given.length === 0 ? undefined : given.reduce((total, number) => total + number, 0);
}

/**
 * Input tokens that came from no cache, of a count that includes those that did. Where the cached ones exceed
 * the count, it cannot include them and is taken as it is.
 */
export function uncached(
  input: number | undefined,
  ...cached: readonly (number | undefined)[]
): number | undefined {
  if (input === undefined) return undefined;
  const rest = input - (sum(...cached) ?? 0);
  return rest >= 0 ? rest : input;
}

export function numberText(value: number | undefined): string | undefined {
  return value === undefined ? undefined : String(value);
}
