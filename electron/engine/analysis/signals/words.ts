/** A number rounded and grouped as people read it: '12,345'. */
export function count(n: number): string {
  return Math.round(n).toLocaleString('en-US');
}

/** A number of things: '3 accounts', '1 account', '12,000 entries' where the plural is irregular. */
export function counted(n: number, one: string, several = `${one}s`): string {
  return `${n.toLocaleString('en-US')} ${n === 1 ? one : several}`;
}

/** A share as a percentage, with a decimal below ten: '4.2 %', '61 %'. */
export function percent(share: number): string {
  const value = share * 100;
  return `${value.toFixed(value > 0 && value < 9.95 ? 1 : 0)} %`;
}
