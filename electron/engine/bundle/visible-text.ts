/**
 * Text from logs is text written by strangers: it may hold markup, characters that reorder or hide what
 * stands beside them, and any length. Here it becomes what a reader can see and a browser cannot run.
 */

/** Controls, format and bidi characters, zero-width and other ignorable ones, odd spaces, lone surrogates. */
const HIDDEN =
  /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2800]|(?! )\p{Zs}|(?<=\p{M}{4})\p{M}/gu;

/** `text` with hidden characters spelt as ⟨U+202E⟩; what grows past `limit` characters is cut, its length noted. */
export function visible(text: string, limit: number): string {
  const spelt = text.slice(0, limit).replace(HIDDEN, spell);
  if (text.length <= limit && spelt.length <= limit) return spelt;
  // Never inside a spelt character or between the halves of a surrogate pair.
  const kept = spelt.slice(0, limit).replace(/⟨[^⟩]*$|[\uD800-\uDBFF]$/, '');
  return `${kept}… (${grouped(text.length)} characters)`;
}

/** As `visible`, but line feeds stay (CR LF counts as one). */
export function visibleLines(text: string, limit: number): string {
  // A line feed may not be spelt and no other character can stand for it meanwhile, so lines go one by one.
  const lines: string[] = [];
  let left = limit;
  for (const line of text.replaceAll('\r\n', '\n').split('\n')) {
    const shown = visible(line, left);
    lines.push(shown);
    left -= shown.length + 1;
    if (left <= 0) return `${lines.join('\n')}\n… (${grouped(text.length)} characters in all)`;
  }
  return lines.join('\n');
}

function spell(character: string): string {
  return `⟨U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`;
}

/** 1234567 as 1,234,567. Whole numbers; others are rounded. */
export function grouped(value: number): string {
  return Math.round(value)
    .toString()
    .replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}
