import { Field } from '../../ui/field.tsx';
import type { Words } from './acts.ts';

interface Props {
  readonly words: Words;
  readonly onWords: (words: Words) => void;
}

/** What a group is called and why it was made; both have to be said. */
export function WordsFields({ words, onWords }: Props) {
  return (
    <>
      <Field label="Name of the group">
        {(ids) => (
          <input
            {...ids}
            required
            maxLength={500}
            value={words.title}
            onChange={(event) => onWords({ ...words, title: event.target.value })}
          />
        )}
      </Field>
      <Field label="Reason" hint="Others, and a review, will ask for it; it stands beside the group.">
        {(ids) => (
          <textarea
            {...ids}
            required
            rows={3}
            maxLength={10_000}
            value={words.reason}
            onChange={(event) => onWords({ ...words, reason: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}

export const NO_WORDS: Words = { title: '', reason: '' };

export const isSaid = ({ title, reason }: Words) => title.trim() !== '' && reason.trim() !== '';
