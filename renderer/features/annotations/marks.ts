import { type Annotation, listAnnotations } from '../../../shared/contract/annotations.ts';
import { useSession } from '../../store/session.ts';
import { useCall } from '../../ui/use-call.ts';

/** What is noted on one thing, in short. */
export interface Marks {
  readonly starred: boolean;
  /** By name, each once. */
  readonly tags: readonly string[];
  readonly comments: number;
}

const NONE: readonly Annotation[] = [];

/** Annotations by the reference of what they are on itself; what is on a time range of it is left out. */
export function marksByReference(annotations: readonly Annotation[]): ReadonlyMap<string, Marks> {
  const marks = new Map<string, Marks>();
  for (const { on, kind, text } of annotations) {
    const { starred, tags, comments } = marks.get(on) ?? { starred: false, tags: [], comments: 0 };
    marks.set(on, {
      starred: starred || kind === 'star',
      tags: kind === 'tag' ? [...new Set([...tags, text])].sort() : tags,
      comments: comments + (kind === 'comment' ? 1 : 0),
    });
  }
  return marks;
}

/** What is noted on the rows of a list, by reference. */
export function useMarks(references: readonly string[]): ReadonlyMap<string, Marks> {
  const notesVersion = useSession((state) => state.notesVersion);
  const asked = references.length === 0 ? null : { account: null, on: [...references] };
  const annotations = useCall(listAnnotations, asked, notesVersion, true);
  return marksByReference(annotations.value ?? NONE);
}
