import type { FollowedTemplate, RequestColumns } from '../../../shared/contract/timeline.ts';
import { shownText } from '../../../shared/shown-text.ts';

/** What is known of the template of a request; null where no analysis kept which request follows which. */
export function followedBy({ template, templates }: RequestColumns, index: number): FollowedTemplate | null {
  return templates?.[template[index]] ?? null;
}

/** `3f2a…`, the id of the template, or why there is none. */
export function followedWords(followed: FollowedTemplate): string {
  switch (followed.kind) {
    case 'kept':
      return shownText(followed.id, { max: 40 });
    case 'unkept':
      return 'not kept';
    case 'none':
      return 'none';
    case 'unseen':
      return 'not analysed';
  }
}
