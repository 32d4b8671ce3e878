import { type KeyboardEvent, useCallback, useId, useMemo, useRef, useState } from 'react';
import { coveragePartition, type TopicPartition } from '../../../shared/contract/coverage.ts';
import { shownText } from '../../../shared/shown-text.ts';
import type { Size } from '../../draw/canvas.ts';
import { usePalette } from '../../draw/palette.ts';
import { useSize } from '../../draw/use-drawing.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { formatCount, formatShare, formatUnits } from '../../ui/format.ts';
import { PictureMenu } from '../../ui/picture-menu.tsx';
import { Tip } from '../../ui/tip.tsx';
import { useCall } from '../../ui/use-call.ts';
import type { AskedCoverage } from './asked.ts';
import { Busy } from './busy.tsx';
import { CellRequests } from './cell-requests.tsx';
import { coverageCaption } from './coverage-caption.ts';
import { basisWords, formatMean } from './coverage-words.ts';
import { drawStrips } from './draw-strips.ts';
import { PartitionTable } from './partition-table.tsx';
import { PARTITION_NOTE, partitionWords } from './partition-words.ts';
import { BAR_PX, type Scroll, ScrollCanvas } from './scroll-canvas.tsx';
import { stripLayout, topicAt } from './strip-layout.ts';

const MOST_HEIGHT = 460;
const PAGE = 10;

/** How the topics are parted among the accounts, beside chance. */
export function PartitionPanel({ asked, version }: { asked: AskedCoverage; version: number }) {
  const answer = useCall(coveragePartition, asked, version, true);
  if (answer.error !== undefined) return <ErrorPanel error={answer.error} onRetry={answer.retry} />;
  if (answer.value === undefined) return <Busy text="Dealing the requests to the accounts at random." />;
  return (
    answer.value && (
      // Of another answer nothing that was looked at need be there.
      <Partition key={JSON.stringify(answer.of)} asked={asked} partition={answer.value} />
    )
  );
}

function Partition({ asked, partition }: { asked: AskedCoverage; partition: TopicPartition }) {
  const palette = usePalette();
  const outer = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const size = useSize(outer);
  const id = useId();
  const [cursor, setCursor] = useState(-1);
  const [pointed, setPointed] = useState<{ row: number; x: number; y: number } | null>(null);
  const [picked, setPicked] = useState(-1);
  const [tableShown, setTableShown] = useState(false);
  const widthPx = Math.max(0, (size?.widthPx ?? 0) - BAR_PX);
  const rows = partition.topics.length;
  const layout = useMemo(() => stripLayout(rows, widthPx), [rows, widthPx]);
  const view = useMemo(
    () => ({ widthPx, heightPx: Math.min(MOST_HEIGHT, layout.size.heightPx) }),
    [widthPx, layout],
  );
  const marked = pointed?.row ?? cursor;
  const draw = useCallback(
    (context: CanvasRenderingContext2D, scroll: Scroll, window: Size) =>
      drawStrips(context, partition, layout, scroll.y, marked, window, palette),
    [partition, layout, marked, palette],
  );

  function onKeyDown(event: KeyboardEvent) {
    const at = Math.max(0, cursor);
    const to: Record<string, number> = {
      ArrowUp: at - 1,
      ArrowDown: cursor + 1,
      PageUp: at - PAGE,
      PageDown: at + PAGE,
      Home: 0,
      End: rows - 1,
    };
    if (event.key === 'Enter' || event.key === ' ') setPicked(at);
    else if (Object.hasOwn(to, event.key)) {
      const next = Math.max(0, Math.min(rows - 1, to[event.key]));
      setCursor(next);
      setPointed(null);
      const room = view.heightPx - layout.top - layout.rowHeight;
      const y = next * layout.rowHeight;
      const element = frame.current;
      element?.scrollTo({ top: Math.min(y, Math.max(element.scrollTop, y - room)) });
    } else return;
    event.preventDefault();
  }

  const heading = `${formatCount(rows)} of ${formatUnits(partition.ofTopics, 'topic')}, ${formatUnits(partition.members.length, 'account')}, those few accounts ask first`;
  const sentences = partitionWords(partition);
  return (
    <section className="coverage-part" aria-labelledby={id}>
      <header className="coverage-head">
        <h2 id={id}>
          Who covers what <span className="soft">{heading}</span>
        </h2>
        <span className="coverage-acts">
          <button type="button" aria-pressed={tableShown} onClick={() => setTableShown(!tableShown)}>
            Topics as a table
          </button>
          <PictureMenu
            name="topics parted among accounts"
            // An exhibit is of all requests: what the filter leaves out of this picture would be in it.
            pin={() => (asked.filter ? null : { query: 'partition', args: { of: asked.of } })}
            picture={() => ({
              size: layout.size,
              caption: coverageCaption(
                `Who covers what: ${heading}`,
                asked.of,
                basisWords(partition),
                partition.withTopic,
                sentences,
              ),
              draw: (context, whole, colours) =>
                drawStrips(context, partition, layout, 0, -1, whole, colours),
            })}
          />
        </span>
      </header>
      <ul className="coverage-findings" aria-label="What the partition says">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <div ref={outer} className="coverage-place">
        {widthPx > 0 && (
          <ScrollCanvas
            label={`${heading}. Arrow keys walk over the topics, Enter lists the requests of its largest account; the numbers stand in the table of topics`}
            whole={layout.size}
            window={view}
            frame={frame}
            draw={draw}
            onKeyDown={onKeyDown}
            onFocus={() => cursor < 0 && setCursor(0)}
            onPoint={(at, scroll) => {
              const row = at ? topicAt(layout, at.y, scroll.y) : -1;
              setPointed(at && row >= 0 ? { row, ...at } : null);
            }}
            onPick={(at, scroll) => {
              const row = topicAt(layout, at.y, scroll.y);
              if (row < 0) return;
              setCursor(row);
              setPicked(row);
            }}
          />
        )}
        {pointed && (
          <Tip lines={topicWords(partition, pointed.row)} x={pointed.x} y={pointed.y} widthPx={widthPx} />
        )}
      </div>
      <p className="coverage-said" role="status">
        {cursor >= 0 ? topicWords(partition, cursor).join(' · ') : ''}
      </p>
      {picked >= 0 && (
        <CellRequests
          key={picked}
          account={partition.members[partition.topics[picked].parts[0].member].account}
          topic={partition.topics[picked].topic}
          filter={asked.filter}
          words={topicWords(partition, picked)}
          onClose={() => {
            setPicked(-1);
            frame.current?.focus();
          }}
        />
      )}
      {tableShown && <PartitionTable partition={partition} labelledBy={id} />}
      <p className="coverage-note">
        {`${PARTITION_NOTE} ${formatCount(partition.draws)} deals, seed ${partition.seed}.`}
      </p>
    </section>
  );
}

const LISTED = 4;

/** A topic in words: how many ask, beside chance, and who most. */
export function topicWords({ topics, members }: TopicPartition, row: number): string[] {
  const { topic, requests, accounts, expected, parts } = topics[row];
  const listed = parts
    .slice(0, LISTED)
    .map(
      ({ member, requests: own }) =>
        `${shownText(members[member].account, { max: 40 })} ${formatCount(own)} (${formatShare(own, requests)})`,
    );
  const rest = accounts - listed.length;
  return [
    `${shownText(topic, { max: 60 })}: ${formatUnits(requests, 'request')}`,
    `asked by ${formatCount(accounts)} of ${formatUnits(members.length, 'account')}, ${formatMean(expected)} by chance`,
    `${listed.join(', ')}${rest > 0 ? ` and ${formatCount(rest)} more` : ''}`,
  ];
}
