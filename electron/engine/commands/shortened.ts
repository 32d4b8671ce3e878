/** A text as the title of an act quotes it: its first `most` characters, none of them cut in half. */
export function shortened(text: string, most = 40): string {
  return text.length > most ? `${text.slice(0, most).toWellFormed()}…` : text;
}
