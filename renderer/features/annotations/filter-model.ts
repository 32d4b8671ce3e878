import type { Annotation, AnnotationKind } from '../../../shared/contract/annotations.ts';
import { parseReference, type Reference } from '../../../shared/reference.ts';

/** What kind of thing an annotation is on; 'unknown' for a reference that spells nothing. */
export type ObjectKind = Reference['kind'] | 'unknown';

/** Which annotations are listed; null for whatever. */
export interface AnnotationFilter {
  readonly text: string;
  readonly kind: AnnotationKind | null;
  readonly on: ObjectKind | null;
  readonly author: string | null;
  readonly tag: string | null;
}

export const NO_ANNOTATION_FILTER: AnnotationFilter = {
  text: '',
  kind: null,
  on: null,
  author: null,
  tag: null,
};

export function objectKindOf({ on }: Annotation): ObjectKind {
  return parseReference(on)?.kind ?? 'unknown';
}

/** Annotations that meet all conditions, `text` being in their text, account, author or reference; newest first. */
export function filterAnnotations(
  annotations: readonly Annotation[],
  { text, kind, on, author, tag }: AnnotationFilter,
): readonly Annotation[] {
  const wanted = text.trim().toLowerCase();
  return annotations
    .filter(
      (annotation) =>
        (kind === null || annotation.kind === kind) &&
        (on === null || objectKindOf(annotation) === on) &&
        (author === null || annotation.author === author) &&
        (tag === null || (annotation.kind === 'tag' && annotation.text === tag)) &&
        (wanted === '' ||
          [annotation.text, annotation.on, annotation.account ?? '', annotation.author].some((value) =>
            value.toLowerCase().includes(wanted),
          )),
    )
    .toSorted((a, b) => b.createdUs - a.createdUs);
}

/** Values with how often each occurs, most first, then by name. */
export function counted<T extends string>(values: readonly T[]): readonly (readonly [T, number])[] {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
}
