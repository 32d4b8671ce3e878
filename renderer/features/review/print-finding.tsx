import type { PinnedExhibit } from '../../../shared/contract/exhibits.ts';
import type { FindingDetail } from '../../../shared/contract/findings.ts';
import { useSession } from '../../store/session.ts';
import { formatMinute, formatUnits } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';
import { describeTarget } from '../annotations/model.ts';
import { CheckWords } from '../findings/exhibit-card.tsx';
import { ExhibitFigures } from '../findings/exhibit-figures.tsx';
import { questionWords } from '../findings/question-words.ts';
import { ConfidencePart, LikelihoodPart } from './estimates.tsx';
import { PlainText } from './plain-text.tsx';
import { Said } from './said.tsx';
import type { Paper } from './use-paper.ts';
import { useReruns } from './use-rerun.ts';
import { Weighed } from './weighed.tsx';

interface Props {
  readonly finding: FindingDetail;
  readonly paper: Paper;
  readonly withNotes: boolean;
}

/** One finding on paper, with its exhibits as they were pinned. */
export function PrintFinding({ finding, paper, withNotes }: Props) {
  const zone = useSession((state) => state.case!.timeZone);
  const matrix = paper.matrices.get(finding.id);
  const reruns = useReruns();
  return (
    <>
      <h1>
        {finding.status === 'withdrawn' && <em>Withdrawn: </em>}
        <Shown text={finding.claim} max={2000} />
      </h1>
      <p>
        About:{' '}
        {finding.scope.length === 0
          ? 'nothing is named'
          : finding.scope.map((reference, at) => (
              <span key={reference}>
                {at > 0 && ', '}
                <bdi>{describeTarget(reference, zone, true)}</bdi>
              </span>
            ))}
      </p>
      <LikelihoodPart finding={finding} />
      <Said finding={finding} />
      <Part title="Why this is so" text={finding.reasoning} />
      {finding.exhibits.map((exhibit, at) => (
        <PrintExhibit
          key={exhibit.id}
          exhibit={exhibit}
          number={at + 1}
          url={paper.pictures.get(exhibit.id)}
          rerun={reruns(exhibit.id)}
        />
      ))}
      <ConfidencePart finding={finding} />
      <section>
        <h2>What else would explain it</h2>
        {matrix && <Weighed matrix={matrix} />}
      </section>
      <Part title="What would change our mind" text={finding.changeMind} />
      <Part title="Expected, but absent" text={finding.missing} />
      {withNotes && <Part title="Speaker notes" text={finding.speakerNotes} />}
    </>
  );
}

function Part({ title, text }: { title: string; text: string }) {
  return (
    <section>
      <h2>{title}</h2>
      <p>{text === '' ? <span className="soft">Nothing is written.</span> : <PlainText text={text} />}</p>
    </section>
  );
}

interface ExhibitProps {
  readonly exhibit: PinnedExhibit;
  readonly number: number;
  /** Of its picture; undefined for none. */
  readonly url: string | undefined;
  readonly rerun: ReturnType<ReturnType<typeof useReruns>>;
}

function PrintExhibit({ exhibit, number, url, rerun }: ExhibitProps) {
  const { title, query, args, pinnedUs, author, rows } = exhibit;
  const zone = useSession((state) => state.case!.timeZone);
  return (
    <section className="print-exhibit">
      <h2>
        Exhibit {number}: <Shown text={title} max={500} />
      </h2>
      <p>
        <Shown text={questionWords(query, args, zone)} max={600} />
      </p>
      <p className="soft">
        As pinned on {formatMinute(zone, pinnedUs)} {zone} by <Shown text={author} max={60} />, with{' '}
        {formatUnits(rows, 'request')} behind it
      </p>
      {url && <img src={url} alt="" />}
      <p>
        <CheckWords exhibit={exhibit} found={rerun} zone={zone} />
      </p>
      <ExhibitFigures exhibit={exhibit} number={number} rerun={rerun} />
    </section>
  );
}
