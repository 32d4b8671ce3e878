import { useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import type { Review } from '../../../shared/contract/review.ts';
import { useSession } from '../../store/session.ts';
import { formatUnits } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';
import { markingOf } from './handling.ts';
import { PrintFinding } from './print-finding.tsx';
import { PrintTitle } from './print-title.tsx';
import { type Paper, usePaper } from './use-paper.ts';
import { useWalk } from './walk-store.ts';
import './review-print.css';

interface Props {
  readonly review: Review;
  readonly withNotes: boolean;
}

/** The review on paper: not seen on screen, and alone seen in print. It goes once the print is done. */
export function PrintSheet({ review, withNotes }: Props) {
  const paper = usePaper(review);
  // Left while it is still being read, it must not begin when somebody comes back.
  useEffect(() => () => useWalk.setState({ printing: null }), []);
  return paper && createPortal(<Sheet review={review} withNotes={withNotes} paper={paper} />, document.body);
}

function Sheet({ review, withNotes, paper }: Props & { paper: Paper }) {
  const info = useSession((state) => state.case)!;
  const sheet = useRef<HTMLDivElement>(null);
  usePrinting(sheet);
  const marking = markingOf(info);
  const { findings } = review;
  return (
    <div ref={sheet} className="review-print">
      <PrintPage
        marking={marking}
        name={info.name}
        about={`Review of ${formatUnits(findings.length, 'finding')}`}
      >
        <PrintTitle review={review} />
      </PrintPage>
      {findings.map((finding, at) => (
        <PrintPage
          key={finding.id}
          marking={marking}
          name={info.name}
          about={`Finding ${at + 1} of ${findings.length}`}
        >
          <PrintFinding finding={finding} paper={paper} withNotes={withNotes} />
        </PrintPage>
      ))}
    </div>
  );
}

interface PageProps {
  readonly marking: string;
  readonly name: string;
  readonly about: string;
  readonly children: React.ReactNode;
}

/** Begins a page; head and foot of the table stand on each page that it runs over. */
function PrintPage({ marking, name, about, children }: PageProps) {
  const line = (
    <tr>
      <td>
        <p className="print-line">
          <strong>{marking}</strong>
          <span>
            <Shown text={name} max={100} />
          </span>
          <span>{about}</span>
        </p>
      </td>
    </tr>
  );
  return (
    <table className="print-page" role="presentation">
      <thead>{line}</thead>
      <tfoot>{line}</tfoot>
      <tbody>
        <tr>
          <td>{children}</td>
        </tr>
      </tbody>
    </table>
  );
}

/** Prints once all pictures are there, on the light ground of paper, and puts everything back after. */
function usePrinting(sheet: React.RefObject<HTMLDivElement | null>): void {
  useEffect(() => {
    const root = document.documentElement;
    const theme = root.dataset.theme;
    const done = () => useWalk.setState({ printing: null });
    let isGone = false;
    root.dataset.theme = 'light';
    window.addEventListener('afterprint', done);
    const images = Array.from(sheet.current?.querySelectorAll('img') ?? []);
    void Promise.allSettled(images.map((image) => image.decode())).then(() => {
      if (!isGone) window.print();
    });
    return () => {
      isGone = true;
      window.removeEventListener('afterprint', done);
      root.dataset.theme = theme;
    };
  }, [sheet]);
}
