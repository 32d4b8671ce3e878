import { type KeyboardEvent, useCallback, useId, useMemo, useRef, useState } from 'react';
import { type CoverageMatrix, coverageMatrix } from '../../../shared/contract/coverage.ts';
import { usePalette } from '../../draw/palette.ts';
import { useSize } from '../../draw/use-drawing.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { formatCount, formatUnits } from '../../ui/format.ts';
import { PictureMenu } from '../../ui/picture-menu.tsx';
import { Tip } from '../../ui/tip.tsx';
import { useCall } from '../../ui/use-call.ts';
import { TimelineTable } from '../timeline/TimelineTable.tsx';
import type { AskedCoverage } from './asked.ts';
import { Busy } from './busy.tsx';
import { CellRequests } from './cell-requests.tsx';
import { coverageCaption } from './coverage-caption.ts';
import { basisWords } from './coverage-words.ts';
import { drawMatrix, severalOperators } from './draw-matrix.ts';
import { cellAt, matrixLayout } from './matrix-layout.ts';
import { MatrixLegend } from './matrix-legend.tsx';
import { cellWords, matrixRows } from './matrix-model.ts';
import { BAR_PX, type Scroll, ScrollCanvas } from './scroll-canvas.tsx';

const LEFT = 128;
const OPERATOR = 40;
const MOST_HEIGHT = 460;
const PAGE = 10;
const NO_SCROLL: Scroll = { x: 0, y: 0 };

/** Topics by accounts beside what their cohorts ask. */
export function MatrixPanel({ asked, version }: { asked: AskedCoverage; version: number }) {
  const answer = useCall(coverageMatrix, asked, version, true);
  if (answer.error !== undefined) return <ErrorPanel error={answer.error} onRetry={answer.retry} />;
  if (!answer.value) return <Busy text="Reading topics of accounts and cohorts." />;
  if (answer.value.rows.length === 0 || answer.value.topics.length === 0) return null;
  // Of another answer nothing that was looked at need be there.
  return <Matrix key={JSON.stringify(answer.of)} asked={asked} matrix={answer.value} />;
}

type Place = readonly [number, number];

function Matrix({ asked, matrix }: { asked: AskedCoverage; matrix: CoverageMatrix }) {
  const palette = usePalette();
  const outer = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const size = useSize(outer);
  const id = useId();
  const [cursor, setCursor] = useState<Place | null>(null);
  const [pointed, setPointed] = useState<{ cell: Place; x: number; y: number } | null>(null);
  const [picked, setPicked] = useState<Place | null>(null);
  const [tableShown, setTableShown] = useState(false);
  const table = useMemo(() => matrixRows(matrix), [matrix]);
  const left = LEFT + (severalOperators(matrix) ? OPERATOR : 0);
  const widthPx = Math.max(0, (size?.widthPx ?? 0) - BAR_PX);
  const layout = useMemo(
    () => matrixLayout(matrix.rows.length, matrix.topics.length, widthPx, left),
    [matrix, widthPx, left],
  );
  const view = useMemo(
    () => ({ widthPx, heightPx: Math.min(MOST_HEIGHT, layout.size.heightPx) }),
    [widthPx, layout],
  );
  const marked = pointed?.cell ?? cursor;
  const draw = useCallback(
    (context: CanvasRenderingContext2D, scroll: Scroll, window: typeof view) =>
      drawMatrix(context, matrix, layout, { scroll, marked }, window, palette),
    [matrix, layout, marked, palette],
  );

  function moveTo(row: number, column: number) {
    const cell: Place = [
      Math.max(0, Math.min(layout.rows - 1, row)),
      Math.max(0, Math.min(layout.columns - 1, column)),
    ];
    setCursor(cell);
    setPointed(null);
    const element = frame.current;
    if (!element) return;
    const y = cell[0] * layout.cellHeight;
    const x = cell[1] * layout.cellWidth;
    const height = view.heightPx - layout.top - layout.cellHeight;
    const width = view.widthPx - layout.left - layout.cellWidth;
    element.scrollTo({
      top: Math.min(y, Math.max(element.scrollTop, y - height)),
      left: Math.min(x, Math.max(element.scrollLeft, x - width)),
    });
  }

  function onKeyDown(event: KeyboardEvent) {
    const [row, column] = cursor ?? [0, 0];
    const to: Record<string, Place> = {
      ArrowLeft: [row, column - 1],
      ArrowRight: [row, column + 1],
      ArrowUp: [row - 1, column],
      ArrowDown: [row + 1, column],
      PageUp: [row - PAGE, column],
      PageDown: [row + PAGE, column],
      Home: [row, 0],
      End: [row, layout.columns - 1],
    };
    if (event.key === 'Enter' || event.key === ' ') setPicked([row, column]);
    else if (Object.hasOwn(to, event.key)) moveTo(...to[event.key]);
    else return;
    event.preventDefault();
  }

  const title = `Who asked what: ${formatCount(matrix.rows.length)} of ${formatUnits(matrix.accounts, 'account')} by ${formatCount(matrix.topics.length)} of ${formatUnits(matrix.ofTopics, 'topic')}`;
  return (
    <section className="coverage-part" aria-labelledby={id}>
      <header className="coverage-head">
        <h2 id={id}>
          Who asked what{' '}
          <span className="soft">
            {`${formatCount(matrix.rows.length)} of ${formatUnits(matrix.accounts, 'account')} by ${formatCount(matrix.topics.length)} of ${formatUnits(matrix.ofTopics, 'topic')}, each cell beside its cohort’s share`}
          </span>
        </h2>
        <span className="coverage-acts">
          <button type="button" aria-pressed={tableShown} onClick={() => setTableShown(!tableShown)}>
            Cells as a table
          </button>
          <PictureMenu
            name="topics by accounts"
            picture={() => ({
              size: layout.size,
              caption: coverageCaption(title, asked.of, basisWords(matrix), matrix.withTopic),
              draw: (context, whole, colours) =>
                drawMatrix(context, matrix, layout, { scroll: NO_SCROLL, marked: null }, whole, colours),
            })}
          />
        </span>
      </header>
      <MatrixLegend />
      <div ref={outer} className="coverage-place">
        {widthPx > 0 && (
          <ScrollCanvas
            label={`${title}. Arrow keys walk over the cells, Enter lists their requests; the numbers stand in the table of cells`}
            whole={layout.size}
            window={view}
            frame={frame}
            draw={draw}
            onKeyDown={onKeyDown}
            onFocus={() => cursor ?? setCursor([0, 0])}
            onPoint={(at, scroll) => {
              const cell = at && cellAt(layout, at.x, at.y, scroll);
              setPointed(cell ? { cell, ...at } : null);
            }}
            onPick={(at, scroll) => {
              const cell = cellAt(layout, at.x, at.y, scroll);
              if (!cell) return;
              setCursor(cell);
              setPicked(cell);
            }}
          />
        )}
        {pointed && (
          <Tip lines={cellWords(matrix, ...pointed.cell)} x={pointed.x} y={pointed.y} widthPx={widthPx} />
        )}
      </div>
      <p className="coverage-said" role="status">
        {cursor ? cellWords(matrix, ...cursor).join(' · ') : ''}
      </p>
      {picked && (
        <CellRequests
          key={picked.join(' ')}
          account={matrix.rows[picked[0]].account}
          topic={matrix.topics[picked[1]].topic}
          filter={asked.filter}
          words={cellWords(matrix, ...picked)}
          onClose={() => {
            setPicked(null);
            frame.current?.focus();
          }}
        />
      )}
      {tableShown && (
        <TimelineTable
          rows={table}
          zoneTitle="no zone, counts only"
          onPickRequest={(index) => {
            setCursor(table.cell(index));
            setPicked(table.cell(index));
          }}
        />
      )}
      <p className="coverage-note">
        Rows and columns stand beside those most alike: average linkage over the squared Hellinger distance,
        ends put together as by Gruvaeus and Wainer (1972). Expected is the account’s requests times the share
        that the topic has in its cohort, the accounts shown left out where ten others remain; half a request
        is added to both before they are compared.
      </p>
    </section>
  );
}
