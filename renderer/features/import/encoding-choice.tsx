import type { Grant } from '../../../shared/bridge.ts';
import { TEXT_ENCODINGS, type TextEncoding } from '../../../shared/contract/imports.ts';
import { choose } from '../../store/imports.ts';
import { Field } from '../../ui/field.tsx';
import { ENCODING_NAMES } from './model.ts';

/** The text encoding: found out, or as a person says; the file is then looked at anew. */
export function EncodingChoice({ file, value }: { file: Grant; value: TextEncoding | undefined }) {
  return (
    <Field label="Text encoding">
      {(ids) => (
        <select
          {...ids}
          value={value ?? ''}
          onChange={(event) =>
            choose(file, { encoding: TEXT_ENCODINGS.find((known) => known === event.target.value) })
          }
        >
          <option value="">found out</option>
          {TEXT_ENCODINGS.map((encoding) => (
            <option key={encoding} value={encoding}>
              {ENCODING_NAMES[encoding]}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
