/** Characters that show nothing and are put into text to make equal things look different to a program. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cc}]/gu;

/**
 * The form in which texts are compared: NFKC, lower case with ß as ss and one sigma, without invisible characters
 * and without white space at its ends. Applying it again changes nothing.
 */
export function comparisonForm(text: string): string {
  let form = text;
  // Folding can make new compositions and the other way round; few texts need a second round, none many.
  for (;;) {
    const next = fold(form);
    if (next === form) return form;
    form = next;
  }
}

function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ς', 'σ')
    .replace(INVISIBLE, '')
    .normalize('NFKC')
    .trim();
}
