import { formatCount } from '../../ui/format.ts';
import { KEY_HELP } from '../../ui/keys.ts';
import { MOST_DASHED } from './line-look.ts';

const KEYS = KEY_HELP.find(({ title }) => title === 'Linked accounts')?.keys ?? [];

/** What the picture's marks mean, and its keys. */
export function KeyLine({ id }: { id: string }) {
  return (
    <details className="graph-keys">
      <summary>Marks and keys</summary>
      <p>
        Circles are accounts, large ones operators: the more accounts the larger, the likelier a campaign the
        darker, orange from likely on. Squares are shared identity, triangles shared fingerprints, diamonds
        shared content. The thicker a line the more bits; solid is identity, dashed a fingerprint, dotted
        content, up to {formatCount(MOST_DASHED)} lines; of more the table says what they are. Orange is the
        weakest bridge. Hollow and grey, without names, is what lies outside the filter. A cross marks
        neighbours that are not shown, a padlock a locked place. Once groups fall apart, letters name their
        parts, A the largest.
      </p>
      <dl id={id}>
        {KEYS.map(([keys, does]) => (
          <div key={keys}>
            <dt>
              {keys.split(/, (?=\S)/).map((one) => (
                <kbd key={one}>{one}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
