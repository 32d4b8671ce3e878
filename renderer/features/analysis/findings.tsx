import type { Finding, OperatorResult } from '../../../shared/contract/analysis.ts';
import { Shown } from '../../ui/shown.tsx';
import { LikelihoodWord } from './likelihood-word.tsx';

const CLAIMS = [
  ['together', 'Act together', 'Whoever is behind one of these accounts is behind the others.'],
  ['extraction', 'Extraction', 'What is asked serves to train another model.'],
  ['access', 'Access', 'Use of the accounts is not what was agreed on.'],
] as const;

/** The three findings side by side; likelihood and confidence stand apart in each. */
export function Findings({ findings }: { findings: OperatorResult['findings'] }) {
  return (
    <div className="findings">
      {CLAIMS.map(([key, title, claim]) => (
        <FindingColumn
          key={key}
          title={title}
          claim={claim}
          finding={findings[key]}
          neutral={key === 'together'}
        />
      ))}
    </div>
  );
}

interface ColumnProps {
  readonly title: string;
  readonly claim: string;
  readonly finding: Finding;
  readonly neutral: boolean;
}

function FindingColumn({ title, claim, finding, neutral }: ColumnProps) {
  return (
    <section className="finding" aria-label={title}>
      <h3>{title}</h3>
      <p className="finding-claim soft">{claim}</p>
      <dl className="finding-words">
        <div>
          <dt>Likelihood</dt>
          <dd>
            <LikelihoodWord likelihood={finding.likelihood} neutral={neutral} />
          </dd>
        </div>
        <div>
          <dt>Confidence</dt>
          <dd>{finding.confidence}</dd>
        </div>
      </dl>
      {finding.reasons.length > 0 ? (
        <ol className="reasons">
          {finding.reasons.map((reason) => (
            <li key={reason}>
              <Shown text={reason} max={400} />
            </li>
          ))}
        </ol>
      ) : (
        <p className="soft">The data give no reason for or against.</p>
      )}
    </section>
  );
}
