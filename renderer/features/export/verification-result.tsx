import type { Problem, Verification } from '../../../shared/contract/bundles.ts';
import { useSession } from '../../store/session.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { formatMinute, formatUnits } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';
import { Recomputed } from './recomputed.tsx';
import { signatureWords, stampWords, type Told } from './signature-words.ts';

interface Props {
  readonly verification: Verification;
  /** The expected key is the one of this installation. */
  readonly isOwn?: boolean;
}

/** What checking a bundle found: whether everything holds, who signed it, when, and every problem with its file. */
export function VerificationResult({ verification, isOwn = false }: Props) {
  const { ok, files, problems, signature, timeStamp, recompute, notes } = verification;
  const zone = useSession((state) => state.case?.timeZone ?? 'UTC');
  const found = problems.length + (recompute?.problems.length ?? 0);
  return (
    <div className="verification" role="status">
      {ok ? (
        <p className="verified">
          <strong>Verified.</strong> All {formatUnits(files, 'file')} are present and match the hashes in the
          manifest{recompute ? ', and everything that can be made again came out the same' : ''}.
        </p>
      ) : (
        <p className="warn">
          <strong>Not verified.</strong> {formatUnits(found, 'problem')} in a bundle of{' '}
          {formatUnits(files, 'file')}. Do not rely on what it says.
        </p>
      )}
      {problems.length > 0 && <Problems label="Problems" problems={problems} />}
      <dl className="verified-facts">
        <dt>Signature</dt>
        <dd>
          <Says told={signatureWords(signature, isOwn)} />
          {'publicKey' in signature && (
            <>
              <p>
                Fingerprint <code className="mono">{signature.fingerprint}</code>{' '}
                <CopyButton text={signature.fingerprint} what="the fingerprint" />
              </p>
              <p>
                Public key <code className="mono">{signature.publicKey}</code>{' '}
                <CopyButton text={signature.publicKey} what="the public key" />
              </p>
              <p className="soft">
                The signer wrote: <Shown text={signature.comment} max={500} />
              </p>
            </>
          )}
        </dd>
        <dt>Time stamp</dt>
        <dd>
          <Says told={stampWords(timeStamp)} />
          {timeStamp.state === 'stamped' && (
            <>
              <p>
                {formatMinute(zone, timeStamp.timeUs)} ({zone}), by{' '}
                <Shown text={timeStamp.authority} max={200} />
              </p>
              <p className="soft">
                Certificate issued by <Shown text={timeStamp.issuer} max={200} />, SHA-256{' '}
                <code className="mono">{timeStamp.certificateSha256}</code>
              </p>
            </>
          )}
        </dd>
        <dt>Worked out again</dt>
        <dd>
          {recompute ? <Recomputed recompute={recompute} zone={zone} /> : <p className="soft">Not done.</p>}
        </dd>
      </dl>
      {recompute && recompute.problems.length > 0 && (
        <Problems label="What came out otherwise" problems={recompute.problems} />
      )}
      {notes.length > 0 && (
        <section aria-label="Notes">
          <h3>Not checked</h3>
          <ul className="sentences">
            {notes.map((note) => (
              <li key={note}>
                <Shown text={note} max={600} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function Says({ told: { weight, head, says } }: { told: Told }) {
  return (
    <p>
      <strong className={`told-${weight}`}>{head}</strong> {says}
    </p>
  );
}

function Problems({ label, problems }: { label: string; problems: readonly Problem[] }) {
  return (
    <table className="table problems" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">File</th>
          <th scope="col">Problem</th>
        </tr>
      </thead>
      <tbody>
        {problems.map(({ file, problem }) => (
          <tr key={`${file} ${problem}`}>
            <td className="mono">
              <Shown text={file} max={120} />
            </td>
            <td>
              <Shown text={problem} max={600} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
