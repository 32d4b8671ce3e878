import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import type { Panel } from '../../shared/bridge.ts';
import { keepLayout, resizePanel, showPanel } from '../store/layout.ts';
import { clampPanel, PANEL_LIMITS, sizeByKey } from './panel-sizes.ts';

interface Props {
  readonly panel: Panel;
  readonly label: string;
  /** Size the panel has now; 0 while it is hidden. */
  readonly px: number;
  /** Id of the panel's element. */
  readonly controls: string;
}

/** The edge between a panel and the centre: dragged, or moved with the arrow keys; Enter hides and shows the panel. */
export function Separator({ panel, label, px, controls }: Props) {
  const drag = useRef<{ readonly at: number; readonly px: number } | null>(null);
  const stays = panel === 'drawer' ? 'horizontal' : 'vertical';
  const { least, most } = PANEL_LIMITS[panel];
  const place = (event: PointerEvent) => (panel === 'drawer' ? event.clientY : event.clientX);

  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { at: place(event), px };
  };
  const onPointerMove = (event: PointerEvent) => {
    if (!drag.current) return;
    const moved = place(event) - drag.current.at;
    const wanted = drag.current.px + (panel === 'rail' ? moved : -moved);
    // Pushed to less than half its least size, a panel is meant to go.
    if (wanted < least / 2) showPanel(panel, false);
    else resizePanel(panel, clampPanel(panel, wanted));
  };
  const onPointerEnd = () => {
    if (drag.current) keepLayout();
    drag.current = null;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const size = event.key === 'Enter' ? null : sizeByKey(panel, px, event);
    if (size === null && event.key !== 'Enter') return;
    event.preventDefault();
    if (size === null) showPanel(panel, px === 0);
    else {
      resizePanel(panel, size);
      keepLayout();
    }
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule cannot be moved
    <div
      role="separator"
      className={`separator separator-${panel}`}
      aria-orientation={stays}
      aria-label={label}
      aria-controls={px === 0 ? undefined : controls}
      aria-valuemin={0}
      aria-valuemax={most}
      aria-valuenow={px}
      aria-valuetext={px === 0 ? 'hidden' : `${px} pixels`}
      tabIndex={0}
      title={`${label}: drag, or use the arrow keys; Enter or a double click hides and shows it`}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerEnd}
      onPointerCancel={onPointerEnd}
      onDoubleClick={() => showPanel(panel, px === 0)}
      onKeyDown={onKeyDown}
    />
  );
}
