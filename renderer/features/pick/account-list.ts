/** Account ids typed or pasted, one a line or parted by tabs; each once, in order. */
export function accountList(text: string): string[] {
  const ids = text
    .split(/[\n\r\t]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && line.length <= 1000);
  return [...new Set(ids)];
}
