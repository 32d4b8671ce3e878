import { isDrawing } from '../../../exhibits/check-picture.ts';

/** Whether a pinned picture goes along: one that is no drawing of this application's own is left out. */
export function isPublishedPicture(svg: string | null): svg is string {
  return svg?.isWellFormed() === true && isDrawing(svg.trimEnd());
}
