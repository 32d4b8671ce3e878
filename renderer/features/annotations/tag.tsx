import { shownText } from '../../../shared/shown-text.ts';
import { useTags } from '../../store/tags.ts';
import { Shown } from '../../ui/shown.tsx';

/** A tag by its name, with the hue that somebody gave it; what it means is its title. */
export function Tag({ text, max = 60 }: { text: string; max?: number }) {
  const info = useTags(({ tags }) => tags.get(text));
  return (
    <span className="tag" title={info?.meaning ? shownText(info.meaning, { max: 300 }) : undefined}>
      {info && info.colour !== null && <TagSwatch colour={info.colour} />}
      <Shown text={text} max={max} />
    </span>
  );
}

/** One of the eight categorical hues, always beside a name. */
export function TagSwatch({ colour }: { colour: number }) {
  return (
    <span className="tag-swatch" aria-hidden="true" style={{ background: `var(--category-${colour + 1})` }} />
  );
}
