import type { SampleRow } from '../../../shared/contract/coding.ts';
import { Shown } from '../../ui/shown.tsx';
import { codedWords } from './sample-words.ts';

/** How far everybody is who codes a sample. */
export function ProgressTable({ row: { progress, total } }: { row: SampleRow }) {
  if (progress.length === 0) return <p className="soft">Nobody has coded any of its accounts yet.</p>;
  return (
    <table className="table coding-table" aria-label="Progress">
      <thead>
        <tr>
          <th scope="col">Coder</th>
          <th scope="col" className="number">
            Coded
          </th>
          <th scope="col">Blind</th>
        </tr>
      </thead>
      <tbody>
        {progress.map(({ coder, coded, drew }) => (
          <tr key={coder}>
            <th scope="row">
              <Shown text={coder} max={60} />
            </th>
            <td className="number">{codedWords(coded, total)}</td>
            <td>{drew ? 'no, drew the sample' : 'yes'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
