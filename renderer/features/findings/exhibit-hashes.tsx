import { useState } from 'react';
import type { PinnedExhibit } from '../../../shared/contract/exhibits.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Shown } from '../../ui/shown.tsx';

const SHORT = 12;

/** What an exhibit can be known again by; whole on demand. */
export function ExhibitHashes({ exhibit }: { exhibit: PinnedExhibit }) {
  const [whole, setWhole] = useState(false);
  const { resultHash, rowsHash, dataHash, version, seed } = exhibit;
  const hashes = [
    ['Result', resultHash],
    ['Rows behind it', rowsHash],
    ['Data set', dataHash],
  ] as const;
  return (
    <div className={whole ? 'exhibit-hashes exhibit-hashes-whole' : 'exhibit-hashes'}>
      <dl>
        {hashes.map(([name, hash]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="mono">
              {whole ? hash : hash.slice(0, SHORT)}
              {whole && <CopyButton text={hash} what={`the SHA-256 of ${name.toLowerCase()}`} />}
            </dd>
          </div>
        ))}
        <div>
          <dt>Version{seed === null ? '' : ', seed'}</dt>
          <dd>
            <Shown text={version} max={200} />
            {seed === null ? '' : `, ${seed}`}
          </dd>
        </div>
      </dl>
      <button type="button" className="quiet" aria-pressed={whole} onClick={() => setWhole(!whole)}>
        SHA-256 in full
      </button>
    </div>
  );
}
