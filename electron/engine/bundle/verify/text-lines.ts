/** Longest line that is read, in characters: room for the ties of the largest operator. */
const MAX_LINE = 64 * 1024 * 1024;

/**
 * Lines of UTF-8 text without their LF; every line must have one. Throws RangeError for one too long or unended,
 * TypeError for what is no UTF-8.
 */
export async function* textLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let rest = '';
  for await (const chunk of chunks) {
    const parts = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = parts.pop() ?? '';
    if (rest.length > MAX_LINE) throw new RangeError('Line too long');
    yield* parts;
  }
  rest += decoder.decode();
  if (rest !== '') throw new RangeError('Last line not ended');
}
