/** What coders are asked where nobody wrote anything else. */
export const USUAL_QUESTION =
  'Going by what it did and what is on record: is this account run together with others of this sample, or apart from them?';

/** Why a question cannot be shown to coders, in a sentence; null where it can. `names` are those of the operator. */
export function questionProblem(question: string, names: readonly string[]): string | null {
  if (question.trim() === '') return 'Coders need a question to answer.';
  const named = names.find((name) => isNamed(question, name));
  if (named === undefined) return null;
  return `The question names the operator (${named}). Coders read it, so they would no longer be blind. Ask without the name.`;
}

/** Whether a text holds a name by itself, whatever its case and what stands between its parts. */
function isNamed(text: string, name: string): boolean {
  const parts = folded(name).match(/[\p{L}\p{N}]+/gu);
  if (!parts) return false;
  // Letters and digits alone: nothing in them means anything to a pattern.
  const pattern = `(?<![\\p{L}\\p{N}])${parts.join('[^\\p{L}\\p{N}]*')}(?![\\p{L}\\p{N}])`;
  return new RegExp(pattern, 'u').test(folded(text));
}

const folded = (text: string) => text.normalize('NFKC').toLowerCase();

/** A whole number within limits; null for anything else. */
export function typedNumber(text: string, least: number, most: number): number | null {
  if (!/^\d{1,10}$/.test(text.trim())) return null;
  const value = Number(text);
  return value >= least && value <= most ? value : null;
}
