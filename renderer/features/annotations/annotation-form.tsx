import { type FormEvent, useState } from 'react';
import { annotate } from '../../store/annotations.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Field } from '../../ui/field.tsx';
import { MentionArea } from './mention-area.tsx';
import type { Target } from './model.ts';

/** Puts a tag or a comment on one of the targets; the narrowest is proposed. */
export function AnnotationForm({ targets }: { targets: readonly Target[] }) {
  const [kind, setKind] = useState<'comment' | 'tag'>('comment');
  const [chosen, setChosen] = useState<string | null>(null);
  const [text, setText] = useState('');
  const [failure, setFailure] = useState<unknown>(null);
  const target = targets.find(({ reference }) => reference === chosen) ?? targets.at(-1)!;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '') return;
    setFailure(null);
    try {
      await annotate(target.reference, kind, text);
      setText('');
    } catch (error) {
      setFailure(error);
    }
  };

  return (
    <form className="annotate" onSubmit={submit}>
      <fieldset className="segments">
        <legend className="visually-hidden">Kind of annotation</legend>
        {(['comment', 'tag'] as const).map((name) => (
          <label key={name}>
            <input
              type="radio"
              name="annotation-kind"
              checked={kind === name}
              onChange={() => setKind(name)}
            />
            {name === 'tag' ? 'Tag' : 'Comment'}
          </label>
        ))}
      </fieldset>
      {targets.length > 1 && (
        <Field label="On" hint={target.detail}>
          {(ids) => (
            <select {...ids} value={target.reference} onChange={(event) => setChosen(event.target.value)}>
              {targets.map(({ reference, name }) => (
                <option key={reference} value={reference}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <Field
        label={kind === 'tag' ? 'Tag name' : 'Comment text'}
        hint={kind === 'tag' ? null : '@ or [[ names an account, operator or template'}
      >
        {(ids) =>
          kind === 'tag' ? (
            <input {...ids} maxLength={100} value={text} onChange={(event) => setText(event.target.value)} />
          ) : (
            <MentionArea ids={ids} value={text} onChange={setText} />
          )
        }
      </Field>
      {failure !== null && <ErrorPanel error={failure} />}
      <button type="submit" className="primary" disabled={text.trim() === ''}>
        {kind === 'tag' ? 'Add tag' : 'Add comment'}
      </button>
    </form>
  );
}
