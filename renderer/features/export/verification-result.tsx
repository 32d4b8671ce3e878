import type { Verification } from '../../../shared/contract/bundles.ts';
import { formatCount, formatUnits } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';

/** What checking a bundle found: that everything holds, or every problem with the file it is in. */
export function VerificationResult({ verification }: { verification: Verification }) {
  const { ok, files, problems } = verification;
  if (ok) {
    return (
      <p className="verified" role="status">
        <strong>Verified.</strong> All {formatUnits(files, 'file')} are present and match the hashes in the
        manifest.
      </p>
    );
  }
  return (
    <div role="status">
      <p className="warn">
        <strong>Not verified.</strong> {formatUnits(problems.length, 'problem')} in a bundle of{' '}
        {formatCount(files)} files.
      </p>
      <table className="table" aria-label="Problems">
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
                <Shown text={problem} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
