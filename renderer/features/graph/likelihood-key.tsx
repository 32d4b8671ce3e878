import { LIKELIHOODS } from '../../../shared/contract/analysis.ts';
import { formatCount } from '../../ui/format.ts';
import { likelihoodStep, needsDecision } from '../analysis/words.ts';
import { bubbleShade } from './draw-nodes.ts';
import type { Scene } from './scene.ts';

/** How bubbles are filled, and how many of those shown there are of each. */
export function LikelihoodKey({ scene, all }: { scene: Scene; all: number }) {
  const bubbles = scene.nodes.filter(({ closed }) => closed);
  if (bubbles.length === 0) return null;
  return (
    <section aria-label="Bubbles by likelihood">
      <h2>
        Extraction campaign{' '}
        <span className="soft">
          {formatCount(bubbles.length)} of {formatCount(all)} operators
        </span>
      </h2>
      <table className="table graph-likelihoods" aria-label="Operators shown as bubbles, by likelihood">
        <tbody>
          {LIKELIHOODS.toReversed().map((word) => (
            <tr key={word}>
              <td>
                <svg width={14} height={14} aria-hidden="true">
                  <circle
                    className={needsDecision(word) ? 'graph-bubble-decide' : 'graph-bubble'}
                    cx={7}
                    cy={7}
                    r={6}
                    fillOpacity={bubbleShade(likelihoodStep(word))}
                  />
                </svg>
              </td>
              <th scope="row">{word}</th>
              <td className="number">
                {formatCount(bubbles.filter(({ likelihood }) => likelihood === word).length)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="soft">A bubble is as large as its accounts are many.</p>
    </section>
  );
}
