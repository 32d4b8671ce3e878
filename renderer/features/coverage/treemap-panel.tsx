import { type KeyboardEvent, type MouseEvent, useCallback, useId, useMemo, useRef, useState } from 'react';
import { type AccountContent, accountContent } from '../../../shared/contract/coverage.ts';
import type { Filter } from '../../../shared/contract/filters.ts';
import { beginDrawing } from '../../draw/canvas.ts';
import { usePalette } from '../../draw/palette.ts';
import { useDrawing, useSize } from '../../draw/use-drawing.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { formatCount, formatShare, formatUnits } from '../../ui/format.ts';
import { PictureMenu } from '../../ui/picture-menu.tsx';
import { Tip } from '../../ui/tip.tsx';
import { useCall } from '../../ui/use-call.ts';
import { useAskedFilter } from '../pick/use-asked-filter.ts';
import { useOnDemand } from '../pick/use-on-demand.ts';
import { CellRequests } from './cell-requests.tsx';
import { coverageCaption } from './coverage-caption.ts';
import { className, drawTreemap, topicName } from './draw-treemap.ts';
import { type Tile, tileAt, treemapTiles } from './treemap-layout.ts';
import { TreemapTable } from './treemap-table.tsx';
import '../../draw/categories.css';

const HEIGHT = 380;
const PICTURE = { widthPx: 960, heightPx: 480 };
/** What an account draws on, and about what. */
export function TreemapPanel({ account }: { account: string }) {
  const { filter, version } = useAskedFilter();
  const { isWanted, want, stop } = useOnDemand(filter, account);
  const answer = useCall(accountContent, isWanted ? { account, filter } : null, version);
  if (!isWanted)
    return (
      <p className="soft">
        {filter
          ? 'What it draws on is read from its prompts, not anew with every filter. '
          : 'What it draws on was not read. '}
        <button type="button" onClick={want}>
          Read the prompts
        </button>
      </p>
    );
  if (answer.error !== undefined) return <ErrorPanel error={answer.error} onRetry={answer.retry} />;
  if (!answer.value)
    return (
      <p className="coverage-busy soft" role="status">
        Telling from the words of its prompts what they draw on.{' '}
        <button type="button" onClick={stop}>
          Cancel
        </button>
      </p>
    );
  if (answer.value.requests === 0)
    return <p>{`No single request of this account ${filter ? 'meets the filter' : 'is in the case'}.`}</p>;
  return <Treemap account={account} filter={filter} content={answer.value} />;
}

interface TreemapProps {
  readonly account: string;
  readonly filter: Filter | undefined;
  readonly content: AccountContent;
}

function Treemap({ account, filter, content }: TreemapProps) {
  const id = useId();
  const palette = usePalette();
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const size = useSize(frame);
  const [cursor, setCursor] = useState(-1);
  const [pointed, setPointed] = useState<{ tile: Tile; x: number; y: number } | null>(null);
  const [picked, setPicked] = useState<Tile | null>(null);
  const [tableShown, setTableShown] = useState(false);
  const widthPx = size?.widthPx ?? 0;
  const whole = useMemo(() => ({ widthPx, heightPx: HEIGHT }), [widthPx]);
  const tiles = useMemo(() => treemapTiles(content, whole), [content, whole]);
  const topics = useMemo(() => tiles.filter(({ topic }) => topic !== null).sort(inOrder), [tiles]);
  const marked = pointed?.tile ?? topics[cursor];
  useDrawing(
    useCallback(() => {
      if (!canvas.current || whole.widthPx === 0) return;
      drawTreemap(beginDrawing(canvas.current, whole), content, tiles, marked, palette);
    }, [content, tiles, marked, whole, palette]),
  );

  function onKeyDown(event: KeyboardEvent) {
    const at = Math.max(0, cursor);
    const to: Record<string, number> = {
      ArrowLeft: at - 1,
      ArrowUp: at - 1,
      ArrowRight: cursor + 1,
      ArrowDown: cursor + 1,
      Home: 0,
      End: topics.length - 1,
    };
    if (event.key === 'Enter' || event.key === ' ') setPicked(topics[at]);
    else if (Object.hasOwn(to, event.key)) {
      setCursor(Math.max(0, Math.min(topics.length - 1, to[event.key])));
      setPointed(null);
    } else return;
    event.preventDefault();
  }

  const pointOf = (event: MouseEvent) => {
    const box = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const about = `${formatCount(content.requests)} of ${formatUnits(content.ofRequests, 'request')}, ${formatUnits(content.classes.length, 'class', 'classes')} of capability`;
  const pickedTopic =
    picked && picked.topic !== null ? content.classes[picked.at].topics[picked.topic].topic : null;
  return (
    <section className="coverage-part" aria-labelledby={id}>
      <header className="coverage-head">
        <h2 id={id}>
          What it draws on <span className="soft">{`${about}, then topics; areas are requests`}</span>
        </h2>
        <span className="coverage-acts">
          <button type="button" aria-pressed={tableShown} onClick={() => setTableShown(!tableShown)}>
            Capabilities as a table
          </button>
          <PictureMenu
            name="capabilities and topics"
            picture={() => ({
              size: PICTURE,
              caption: coverageCaption(
                `What it draws on: ${about}`,
                { accounts: [account] },
                '',
                content.requests,
              ),
              draw: (context, room, colours) =>
                drawTreemap(context, content, treemapTiles(content, room), undefined, colours),
            })}
          />
        </span>
      </header>
      <div
        ref={frame}
        className="coverage-place coverage-treemap"
        style={{ height: HEIGHT }}
        role="application"
        aria-label={`What the account draws on: ${about}. Arrow keys walk over the topics, Enter lists their requests; the numbers stand in the table of capabilities`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes the keys of its tiles
        tabIndex={0}
        onKeyDown={onKeyDown}
        onFocus={() => cursor < 0 && setCursor(0)}
        onPointerMove={(event) => {
          const at = pointOf(event);
          const tile = tileAt(tiles, at.x, at.y);
          setPointed(tile ? { tile, ...at } : null);
        }}
        onPointerLeave={() => setPointed(null)}
        onClick={(event) => {
          const at = pointOf(event);
          const tile = tileAt(topics, at.x, at.y);
          if (!tile) return;
          setCursor(topics.indexOf(tile));
          setPicked(tile);
        }}
      >
        <canvas ref={canvas} style={{ width: whole.widthPx, height: whole.heightPx }} />
        {pointed && (
          <Tip lines={tileWords(content, pointed.tile)} x={pointed.x} y={pointed.y} widthPx={widthPx} />
        )}
      </div>
      <p className="coverage-said" role="status">
        {topics[cursor] ? tileWords(content, topics[cursor]).join(' · ') : ''}
      </p>
      {picked && pickedTopic !== null && (
        <CellRequests
          key={pickedTopic}
          account={account}
          topic={pickedTopic}
          filter={filter}
          words={tileWords(content, picked)}
          onClose={() => {
            setPicked(null);
            frame.current?.focus();
          }}
        />
      )}
      {tableShown && <TreemapTable content={content} labelledBy={id} />}
      <p className="coverage-note">
        Capability by the words of each prompt, as signal S3 tells it: a rule of thumb, not a judgement.
        ‘other’ is what its words do not tell, ‘prompt not known’ has no text in the data.
      </p>
    </section>
  );
}

const inOrder = (a: Tile, b: Tile) => a.at - b.at || (a.topic ?? 0) - (b.topic ?? 0);

/** A tile in words, beside its class and all. */
export function tileWords({ classes, requests: all }: AccountContent, { at, topic }: Tile): string[] {
  const one = classes[at];
  const whole = `${formatCount(one.requests)} of ${formatUnits(all, 'request')} (${formatShare(one.requests, all)}) draw on ${className(one.capability)}`;
  if (topic === null) return [whole];
  const own = one.topics[topic];
  return [
    `${topicName(own.topic)}: ${formatCount(own.requests)} of the ${formatUnits(one.requests, 'request')} (${formatShare(own.requests, one.requests)})`,
    whole,
  ];
}
