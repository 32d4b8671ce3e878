import type { TextSearch, TextsState } from '../../../shared/contract/texts.ts';
import { formatCount, formatUnits } from '../../ui/format.ts';

/** What stands in the place of a prompt text: `Prompt text, 214 characters, sha256 ab12cd34…`. */
export function maskedWords(characters: number, hash: string, what = 'Prompt text'): string {
  return `${what}, ${formatUnits(characters, 'character')}, sha256 ${hash.slice(0, 8)}…`;
}

/** How many texts a search found, of how many it could find. */
export function foundWords(search: TextSearch, { texts, searchable }: TextsState): string {
  if (!search.searched) return 'Type a word or number to look for';
  const of = `of ${formatUnits(searchable, 'text')}`;
  const rest = searchable < texts ? `, ${formatCount(texts - searchable)} not searchable yet` : '';
  return `${search.more ? 'the first ' : ''}${formatCount(search.total)} ${of}${rest}`;
}

/** What a search does not see, in words; null when it sees all. */
export function unseenWords(olderSources: number): string | null {
  if (olderSources === 0) return null;
  const files = formatUnits(olderSources, 'file');
  return `The prompt texts of ${files} imported by an earlier version are not searched. To search them, take ${olderSources === 1 ? 'that import' : 'those imports'} back and import again.`;
}
