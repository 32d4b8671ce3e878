import { type FormEvent, useState } from 'react';
import { listPeople, type Person } from '../../../shared/contract/people.ts';
import { shownText } from '../../../shared/shown-text.ts';
import { dropPerson, savePerson } from '../../store/case-settings.ts';
import { useSession } from '../../store/session.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Field } from '../../ui/field.tsx';
import { formatUnits } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';
import { useCall } from '../../ui/use-call.ts';
import { useSavedText } from '../../ui/use-saved-text.ts';

/** Who works on the case: names that people entered, which are no accounts and open nothing. */
export function People() {
  const notesVersion = useSession((state) => state.notesVersion);
  const readOnly = useSession((state) => state.case!.readOnly !== null);
  const { value, error, retry } = useCall(listPeople, {}, notesVersion);
  return (
    <section aria-labelledby="settings-people">
      <h2 id="settings-people">
        People{' '}
        <span className="soft">
          {value && value.length > 0 ? formatUnits(value.length, 'person', 'people') : 'nobody entered yet'}
        </span>
      </h2>
      {error !== undefined && <ErrorPanel error={error} onRetry={retry} />}
      {value && value.length > 0 && (
        <table className="table people" aria-label="People">
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Role</th>
              {!readOnly && (
                <th scope="col">
                  <span className="visually-hidden">Remove</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {value.map((person) => (
              <PersonRow key={person.name} person={person} readOnly={readOnly} />
            ))}
          </tbody>
        </table>
      )}
      {!readOnly && <AddPerson names={value?.map(({ name }) => name) ?? []} />}
      <p className="field-hint">
        Names as entered: nobody signs in, and a name gives no rights. Who did what stands in the custody log.
      </p>
    </section>
  );
}

function PersonRow({ person: { name, role }, readOnly }: { person: Person; readOnly: boolean }) {
  const saved = useSavedText({ of: `person:${name}`, what: 'Role of a person' }, role, (text) =>
    savePerson({ name, role: text }, 'Role saved.'),
  );
  const told = shownText(name, { max: 60 });
  return (
    <tr>
      <th scope="row">
        <Shown text={name} max={100} />
      </th>
      <td>
        {readOnly ? (
          <Shown text={role} max={200} />
        ) : (
          <input
            aria-label={`Role of ${told}`}
            maxLength={500}
            value={saved.text}
            onChange={(event) => saved.change(event.target.value)}
            onFocus={saved.begin}
            onBlur={saved.end}
          />
        )}
      </td>
      {!readOnly && (
        <td className="nowrap">
          <button
            type="button"
            className="quiet"
            aria-label={`Remove ${told}`}
            onClick={() => void dropPerson(name)}
          >
            Remove
          </button>
        </td>
      )}
    </tr>
  );
}

function AddPerson({ names }: { names: readonly string[] }) {
  const [name, setName] = useState('');
  const [role, setRole] = useState('');
  const isTaken = names.includes(name.trim());
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '' || isTaken) return;
    if (!(await savePerson({ name: name.trim(), role: role.trim() }, 'Person added.'))) return;
    setName('');
    setRole('');
  };
  return (
    <form className="add-person" onSubmit={submit}>
      <Field label="Name of a person" error={isTaken ? 'This name is in the list already.' : null}>
        {(ids) => (
          <input {...ids} maxLength={100} value={name} onChange={(event) => setName(event.target.value)} />
        )}
      </Field>
      <Field label="Role (optional)">
        {(ids) => (
          <input {...ids} maxLength={500} value={role} onChange={(event) => setRole(event.target.value)} />
        )}
      </Field>
      <button type="submit" disabled={name.trim() === '' || isTaken}>
        Add
      </button>
    </form>
  );
}
