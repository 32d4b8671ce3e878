import { shortened } from '../commands/shortened.ts';

/** A title as the history quotes it. */
export function quoted(title: string): string {
  return `"${shortened(title)}"`;
}
