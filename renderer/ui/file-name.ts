/** A name people gave, as part of a file name: letters, digits and hyphens, at most 80 characters. */
export function fileNamePart(name: string): string {
  const plain = name
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 80);
  return plain || 'case';
}
