import { escapeMarkup } from '../../../../../shared/escape-markup.ts';

/** What XML 1.0 cannot hold: most controls, halves of surrogate pairs, U+FFFE and U+FFFF. */
const ILLEGAL = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** Text for an element or a quoted attribute: white space that readers would fold is spelt out, what is illegal becomes U+FFFD. */
export function xmlText(text: string): string {
  return escapeMarkup(text.replace(ILLEGAL, '\uFFFD')).replace(/[\t\n\r]/g, (c) => `&#${c.charCodeAt(0)};`);
}

/** What `xmlText` replaced, as `U+0000 at 3`, places counted from 0 in UTF-16 code units; '' for nothing. */
export function replacedIn(text: string): string {
  return [...text.matchAll(ILLEGAL)]
    .map(({ 0: found, index }) => {
      const code = (found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
      return `U+${code} at ${index}`;
    })
    .join(', ');
}
