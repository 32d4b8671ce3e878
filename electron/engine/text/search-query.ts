import { normaliseText } from './normalise.ts';

/** What the index takes for part of a word, so that a query holds nothing that could find no text at all. */
const WORD = /[\p{L}\p{N}\p{Co}]/u;

/**
 * What a person typed as a query of the full-text index: every word must occur; words between double quotes
 * must occur side by side; `word*` takes any word that begins so. Every part is quoted, so nothing typed is
 * ever an operator, and no query is refused.
 * @returns null when nothing in it can be searched for.
 */
export function searchQuery(typed: string): string | null {
  const parts: string[] = [];
  const add = (text: string, suffix: string) => {
    // Normalising can make a plain quote of a wide one, and an end of text stops the reading of a query.
    const normal = normaliseText(text).replaceAll('"', ' ').replaceAll('\0', ' ');
    if (WORD.test(normal)) parts.push(`"${normal}"${suffix}`);
  };
  // Every second stretch stands between quotes; an odd last quote opens one that the end closes.
  typed.split('"').forEach((stretch, index) => {
    if (index % 2 === 1) add(stretch, '');
    else for (const word of stretch.split(/\s+/)) add(word, word.endsWith('*') ? ' *' : '');
  });
  return parts.length === 0 ? null : parts.join(' AND ');
}
