import { shownText } from '../../../shared/shown-text.ts';
import { formatCount, formatUnits } from '../../ui/format.ts';
import type { Marks } from './marks.ts';
import { Star } from './star.tsx';
import { Tag } from './tag.tsx';
import './annotations.css';

/** The star and the tags of a row of a list, the first tag by name; nothing where nothing is noted. */
export function RowMarks({ marks }: { marks: Marks | undefined }) {
  if (!marks) return null;
  const { starred, tags, comments } = marks;
  return (
    <span className="tags" title={tags.map((tag) => shownText(tag, { max: 60 })).join(', ')}>
      {starred && (
        <span role="img" aria-label="starred">
          <Star filled />
        </span>
      )}
      {tags.length > 0 && <Tag text={tags[0]} max={24} />}
      {tags.length > 1 && <span className="soft">+{formatCount(tags.length - 1)}</span>}
      {comments > 0 && <span className="soft">{formatUnits(comments, 'comment')}</span>}
    </span>
  );
}
