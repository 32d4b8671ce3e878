const TITLE_LENGTH = 40;

/** A title as the history quotes it. */
export function quoted(title: string): string {
  return `"${title.length > TITLE_LENGTH ? `${title.slice(0, TITLE_LENGTH)}…` : title}"`;
}
