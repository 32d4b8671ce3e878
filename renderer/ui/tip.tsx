import './tip.css';

const TIP_PX = 330;

/** What is pointed at, in words, beside the pointer; assistive technology reads the line below the picture instead. */
export function Tip({
  lines,
  x,
  y,
  widthPx,
}: {
  lines: readonly string[];
  x: number;
  y: number;
  widthPx: number;
}) {
  const style =
    x + TIP_PX > widthPx ? { right: widthPx - x + 14, top: y + 16 } : { left: x + 14, top: y + 16 };
  return (
    <div className="tip" style={style} aria-hidden="true">
      {lines.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines are their places
        <div key={at}>{line}</div>
      ))}
    </div>
  );
}
