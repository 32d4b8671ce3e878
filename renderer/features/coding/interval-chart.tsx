import { useCallback, useMemo, useRef } from 'react';
import type { CodingResult } from '../../../shared/contract/coding.ts';
import { shownText } from '../../../shared/shown-text.ts';
import { beginDrawing } from '../../draw/canvas.ts';
import { usePalette } from '../../draw/palette.ts';
import { useDrawing } from '../../draw/use-drawing.ts';
import { captionOf } from '../../ui/caption.ts';
import { formatCount, formatUnits } from '../../ui/format.ts';
import { PictureMenu } from '../../ui/picture-menu.tsx';
import { Shown } from '../../ui/shown.tsx';
import { drawIntervals, intervalsSize } from './draw-intervals.ts';
import { intervalGroups } from './interval-rows.ts';
import { intervalWords, percent, shareWords } from './result-words.ts';

const TITLE = 'Share coded together, with Wilson’s 95 % interval';

/** The share of each half that each coder codes together, with its interval, and the same as a table. */
export function IntervalChart({ result }: { result: CodingResult }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const palette = usePalette();
  const groups = useMemo(() => intervalGroups(result), [result]);
  const size = useMemo(() => intervalsSize(groups), [groups]);
  const draw = useCallback(() => {
    if (canvas.current) drawIntervals(beginDrawing(canvas.current, size), groups, palette);
  }, [groups, size, palette]);
  useDrawing(draw);
  const { drawn, coders } = result;
  const of = `${formatUnits(drawn.operator + drawn.cohort, 'account')} by ${formatUnits(coders.length, 'coder')}`;
  const spoken = groups
    .flatMap(({ title, rows }) =>
      rows.map(
        ({ coder, share }) =>
          `${title}, ${shownText(coder, { max: 60 })}: ${shareWords(share)}, interval ${intervalWords(share.interval)}`,
      ),
    )
    .join('; ');
  return (
    <section className="coding-part" aria-labelledby="coding-shares">
      <header className="split">
        <h2 id="coding-shares">
          {TITLE} <span className="soft">{of}</span>
        </h2>
        <PictureMenu
          name="shares coded together"
          picture={() => ({
            size,
            caption: captionOf(
              `${TITLE}: operator ${result.operator}, ${of}`,
              '',
              `A sample drawn by chance with seed ${result.seed}, half of the operator and half beside it`,
              ['Wilson (1927). Accounts that a coder could not tell are in no share.'],
            ),
            draw: (context, _, palette) => drawIntervals(context, groups, palette),
          })}
        />
      </header>
      <canvas
        ref={canvas}
        role="img"
        aria-label={`${TITLE}. ${spoken}`}
        style={{ width: size.widthPx, height: size.heightPx }}
      />
      <table className="table coding-table" aria-label={TITLE}>
        <thead>
          <tr>
            <th scope="col">Half</th>
            <th scope="col">Coder</th>
            {['Together', 'Apart', 'Cannot tell', 'Share together', '95 % interval'].map((title) => (
              <th key={title} scope="col" className="number">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.flatMap(({ half, title, rows }) =>
            rows.map(({ coder, share }) => (
              <tr key={`${half} ${coder}`}>
                <th scope="row">{title}</th>
                <td>
                  <Shown text={coder} max={60} />
                </td>
                <td className="number">{formatCount(share.together)}</td>
                <td className="number">{formatCount(share.apart)}</td>
                <td className="number">{formatCount(share.cannotTell)}</td>
                <td className="number">{share.share === null ? 'none decided' : percent(share.share)}</td>
                <td className="number nowrap">{intervalWords(share.interval)}</td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </section>
  );
}
