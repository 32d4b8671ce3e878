import { useLayout } from '../store/layout.ts';
import { isBlind } from '../store/view-frame.ts';
import { currentView, type View } from '../store/view-history.ts';
import { goToStep, useViews } from '../store/views.ts';
import { Shown } from '../ui/shown.tsx';
import { CommandButton } from './command-button.tsx';

/** What a step takes at the most, and what the buttons beside the steps take, in CSS pixels. */
const STEP_PX = 110;
const BUTTONS_PX = 260;

/** How many steps are shown in a width; earlier ones are counted. */
function stepsIn(px: number): number {
  return Math.max(1, Math.floor((px - BUTTONS_PX) / STEP_PX));
}

interface Props {
  readonly titles: Readonly<Record<View['name'], string>>;
  /** There is a detail panel beside this view. */
  readonly detailed: boolean;
  /** Width of the centre in CSS pixels. */
  readonly px: number;
}

/** How one got here, step by step, the way back and forward, and what stands beside the centre. */
export function Trail({ titles, detailed, px }: Props) {
  const trail = useViews((state) => state.trail);
  const panels = useLayout((state) => state.panels);
  // Filtering anew where one is adds a step to go back by, and no place.
  const places = trail.steps
    .slice(0, trail.at)
    .flatMap((step, index) => (sameView(step.view, trail.steps[index + 1].view) ? [] : [{ step, index }]));
  // The names of places seen before may be labels.
  const blind = isBlind(currentView(trail));
  const first = blind ? places.length : Math.max(0, places.length + 1 - stepsIn(px));
  return (
    <section className="trail" aria-label="Trail">
      <CommandButton id="go.back" label="←" name="Previous view" />
      <CommandButton id="go.forward" label="→" name="Next view" />
      <ol>
        {first > 0 && <li className="soft">{first} before</li>}
        {places.slice(first).map(({ step: { view }, index }) => (
          <li key={index}>
            <button type="button" className="link" onClick={() => goToStep(index)}>
              <StepName view={view} titles={titles} />
            </button>
          </li>
        ))}
        <li aria-current="page">
          <StepName view={currentView(trail)} titles={titles} />
        </li>
      </ol>
      <span className="trail-panels">
        <CommandButton id="view.rail" label="Views" pressed={panels.rail.shown} />
        {!blind && <CommandButton id="view.drawer" label="Rows" pressed={panels.drawer.shown} />}
        {detailed && <CommandButton id="view.detail" label="Detail" pressed={panels.detail.shown} />}
      </span>
    </section>
  );
}

/** What a view shows, and which one of its kind where it shows one. */
function StepName({ view, titles }: { view: View; titles: Props['titles'] }) {
  const named = 'account' in view ? view.account : 'id' in view ? view.id : undefined;
  const one = ('cohort' in view ? view.cohort : named) ?? null;
  if (one === null) return titles[view.name];
  return (
    <>
      {titles[view.name]}{' '}
      <span className="mono">
        <Shown text={one} max={24} />
      </span>
    </>
  );
}

function sameView(a: View, b: View): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
