import { type FormEvent, useState } from 'react';
import { listOperators } from '../../../shared/contract/analysis.ts';
import { type SharedPackage, shareOverlap } from '../../../shared/contract/sharing.ts';
import { closeDialog } from '../../store/dialogs.ts';
import { runJob } from '../../store/jobs.ts';
import { useOperatorSelection } from '../../store/selection.ts';
import { refreshCase, useSession } from '../../store/session.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Field } from '../../ui/field.tsx';
import { fileNamePart } from '../../ui/file-name.ts';
import { formatCount, formatUnits, nowUs } from '../../ui/format.ts';
import { isCancelled } from '../../ui/message-of.ts';
import { PassphraseField } from '../../ui/passphrase-field.tsx';
import { RunningJob } from '../../ui/running-job.tsx';
import { Shown } from '../../ui/shown.tsx';
import { useCall } from '../../ui/use-call.ts';
import { expiryOf, proposedDay } from './expiry-model.ts';
import { falseMatchWords } from './overlap-words.ts';

const TITLE = 'Making a package to test overlap';
const LEAST_SECRET = 8;

/** Chooses what is sketched, agrees on the secret and the day, and writes the package. */
export function MakePackage() {
  const info = useSession((state) => state.case!);
  const dataVersion = useSession((state) => state.dataVersion);
  const operators = useCall(listOperators, {}, dataVersion);
  const preselected = useOperatorSelection(({ ids }) => ids);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(preselected));
  const [secret, setSecret] = useState('');
  const [from, setFrom] = useState('');
  const [day, setDay] = useState(() => proposedDay(nowUs()));
  const [running, setRunning] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [made, setMade] = useState<SharedPackage | null>(null);
  const expiresUs = expiryOf(day, nowUs());
  const all = operators.value ?? [];
  const picked = all.filter(({ id }) => chosen.has(id)).map(({ id }) => id);
  const ready = picked.length > 0 && secret.length >= LEAST_SECRET && expiresUs !== undefined && !running;

  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!ready) return;
    const [file] = await window.stillwatch.pick('save-overlap', `${fileNamePart(info.name)}-overlap.json`);
    if (!file) return;
    setRunning(true);
    setFailure(null);
    setMade(null);
    try {
      const args = { grant: file.grant, operators: picked, secret, from, expiresUs };
      setMade(await runJob(TITLE, 'No package is left; the case is as it was.', shareOverlap, args));
      await refreshCase();
    } catch (error) {
      if (!isCancelled(error)) setFailure(error);
    }
    setRunning(false);
  };

  return (
    <form onSubmit={submit} noValidate>
      {operators.error !== undefined && <ErrorPanel error={operators.error} onRetry={operators.retry} />}
      {operators.value?.length === 0 && (
        <p className="warn">
          There is nothing to sketch: a package holds operators of an analysis. Analyse first.
        </p>
      )}
      {all.length > 0 && (
        <fieldset className="choices">
          <legend>
            Operators, {formatCount(picked.length)} of {formatCount(all.length)} chosen
          </legend>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard */}
          <section className="overlap-operators" aria-label="Operators to sketch" tabIndex={0}>
            {all.map(({ id, accounts, requests }) => (
              <label key={id}>
                <input type="checkbox" checked={chosen.has(id)} onChange={() => toggle(id)} />
                <span>
                  <Shown text={id} max={40} />{' '}
                  <span className="soft">
                    {formatUnits(accounts, 'account')}, {formatUnits(requests, 'request')}
                  </span>
                </span>
              </label>
            ))}
          </section>
        </fieldset>
      )}
      <PassphraseField
        label="Secret agreed on, eight characters or more"
        value={secret}
        onChange={setSecret}
        isNew
      />
      <p className="field-hint overlap-secret">
        Who knows it can test guesses against the package. Tell it by another way than the file, and use a new
        one for every exchange.
      </p>
      <div className="field-pair">
        <Field label="From" hint="Who makes it, in words. Stands in the package.">
          {(ids) => (
            <input {...ids} maxLength={200} value={from} onChange={({ target }) => setFrom(target.value)} />
          )}
        </Field>
        <Field
          label="Expires"
          hint="End of that day, UTC. Stillwatch tests it no longer then; remove the file too."
          error={expiresUs === undefined ? 'Give a day that has not passed, as 2027-03-31.' : null}
        >
          {(ids) => (
            <input
              {...ids}
              inputMode="numeric"
              maxLength={10}
              value={day}
              onChange={({ target }) => setDay(target.value)}
            />
          )}
        </Field>
      </div>
      {running && <RunningJob title={TITLE} what="package" />}
      {failure !== null && <ErrorPanel error={failure} />}
      {made && (
        <section className="overlap-made" aria-label="Package made">
          <p role="status">
            Written: <Shown text={made.file} max={120} /> · {formatUnits(made.units, 'operator')},{' '}
            {formatUnits(made.tokens, 'identifier')} and {formatUnits(made.templates, 'wording')} as sketches.
          </p>
          <p className="hash">
            SHA-256 <code className="mono">{made.sha256}</code>{' '}
            <CopyButton text={made.sha256} what="the SHA-256 of the package" />
          </p>
          <p className="soft">{falseMatchWords(made.falseMatches)}</p>
        </section>
      )}
      <div className="dialog-acts">
        <button type="button" onClick={closeDialog}>
          Close
        </button>
        <button type="submit" className="primary" disabled={!ready}>
          Choose a place and make it
        </button>
      </div>
    </form>
  );
}
