import { type FormEvent, useState } from 'react';
import type { TagInfo } from '../../../shared/contract/annotations.ts';
import { shownText } from '../../../shared/shown-text.ts';
import { callTag, giveTagMeaning, useTags } from '../../store/tags.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Field } from '../../ui/field.tsx';
import { formatUnits } from '../../ui/format.ts';
import { TagSwatch } from './tag.tsx';

/** What people call the eight hues of renderer/draw/categories.css. */
const HUES = ['Teal', 'Blue', 'Green', 'Ochre', 'Red', 'Pine', 'Brown', 'Grey'] as const;

/** Name, hue and meaning of a tag. A name that is a tag already makes the two one. */
export function TagForm({ info, onDone }: { info: TagInfo; onDone: () => void }) {
  const tags = useTags((state) => state.tags);
  const [name, setName] = useState(info.tag);
  const [colour, setColour] = useState(info.colour ?? freeHue([...tags.values()]));
  const [meaning, setMeaning] = useState(info.meaning);
  const [failure, setFailure] = useState<unknown>(null);
  const wanted = name.trim();
  const other = wanted === info.tag ? undefined : tags.get(wanted);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (wanted === '') return;
    setFailure(null);
    try {
      if (other) await callTag(info.tag, wanted);
      else {
        if (colour !== info.colour || meaning.trim() !== info.meaning)
          await giveTagMeaning(info.tag, colour, meaning);
        if (wanted !== info.tag) await callTag(info.tag, wanted);
      }
      onDone();
    } catch (error) {
      setFailure(error);
    }
  };

  return (
    <form className="tag-edit" onSubmit={submit} aria-label={`Tag ${shownText(info.tag, { max: 60 })}`}>
      <Field
        label="Name"
        hint={
          other &&
          `A tag already, on ${formatUnits(other.things, 'thing')}: the two become one, with its hue and meaning`
        }
      >
        {(ids) => (
          <input {...ids} maxLength={100} value={name} onChange={(event) => setName(event.target.value)} />
        )}
      </Field>
      <Field label="Meaning" hint="When somebody is to use it, so that all use it alike">
        {(ids) => (
          <input
            {...ids}
            maxLength={2000}
            value={meaning}
            disabled={other !== undefined}
            onChange={(event) => setMeaning(event.target.value)}
          />
        )}
      </Field>
      <fieldset className="hues wide" disabled={other !== undefined}>
        <legend className="visually-hidden">Hue</legend>
        {HUES.map((hue, index) => (
          <label key={hue}>
            <input type="radio" name="tag-hue" checked={colour === index} onChange={() => setColour(index)} />
            <TagSwatch colour={index} /> {hue}
          </label>
        ))}
      </fieldset>
      {failure !== null && <ErrorPanel error={failure} />}
      <div className="note-acts wide">
        <button type="submit" disabled={wanted === ''}>
          {other ? 'Merge the two tags' : 'Save'}
        </button>
        <button type="button" className="quiet" onClick={onDone}>
          Keep as it was
        </button>
      </div>
    </form>
  );
}

/** The first hue that the fewest tags have. */
function freeHue(tags: readonly TagInfo[]): number {
  const uses = HUES.map((_, hue) => tags.filter(({ colour }) => colour === hue).length);
  return uses.indexOf(Math.min(...uses));
}
