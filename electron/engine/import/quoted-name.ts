const MOST_LETTERS = 80;

/** A name out of a file for a sentence, cut where it is longer than names are. */
export function shortName(name: string): string {
  return name.length > MOST_LETTERS ? `${name.slice(0, MOST_LETTERS).toWellFormed()}…` : name.toWellFormed();
}

/** The same in quotes. */
export const quotedName = (name: string) => `"${shortName(name)}"`;
