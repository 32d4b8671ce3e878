const MAX_LENGTH = 100;
/** Names Windows keeps for devices, with or without an extension. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/**
 * A file name made from text the page suggests: no folders, no control or reserved characters, no leading dot,
 * at most 100 characters; `fallback` when nothing usable is left.
 */
export function safeFileName(text: string, fallback: string): string {
  const name = text
    .normalize('NFC')
    // Control, format (bidirectional marks) and surrogate characters would misrepresent the name on screen.
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
    .replace(/[\\/:*?"<>|]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+/, '');
  const cut = [...name]
    .slice(0, MAX_LENGTH)
    .join('')
    .replace(/[. ]+$/, '');
  return cut === '' || DEVICE.test(cut) ? fallback : cut;
}

/** The path with the extension (`.swcase`) it must have; left alone when it has it, in any case of letters. */
export function withExtension(path: string, extension: string): string {
  return path.toLowerCase().endsWith(extension) ? path : path + extension;
}
