/**
 * Whether a field that just lost the focus lost it with the whole window: somebody looks something up in another program
 * and comes back to it.
 */
export function isStillHere(field: Element): boolean {
  return document.activeElement === field;
}
