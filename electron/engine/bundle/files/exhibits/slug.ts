/** A name for a file out of any text: small Latin letters, digits and hyphens, at most 40; `other` where none are left. */
export function slug(text: string, other: string): string {
  const plain = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '');
  return plain === '' ? other : plain;
}

/** 7 of 120 as '007'; never less than two digits, so that names sort as numbers do. */
export function numbered(number: number, of: number): string {
  return String(number).padStart(Math.max(String(of).length, 2), '0');
}
