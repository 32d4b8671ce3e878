import type { ReactNode } from 'react';
import { ASSUMPTION_TITLES, type Assumption } from '../../../shared/assumptions.ts';
import { assumeForCase } from '../../store/assumptions.ts';
import { AssumedBy } from './assumed-by.tsx';

interface Props {
  readonly name: Exclude<Assumption['name'], 'prior'>;
  /** Who assumed it; null where the default holds. */
  readonly by: { readonly author: string; readonly changedUs: number } | null;
  /** The default, in words. */
  readonly usual: string;
  readonly readOnly: boolean;
  /** The cells of its value. */
  readonly children: ReactNode;
}

/** One assumption: its value, the default beside it, whose it is, and the way back to the default. */
export function AssumptionRow({ name, by, usual, readOnly, children }: Props) {
  const title = ASSUMPTION_TITLES[name];
  return (
    <tr className={by ? 'assumed' : ''}>
      <th scope="row">{title}</th>
      {children}
      <td className="soft">{usual}</td>
      <td>
        {by === null ? (
          <span className="soft">default</span>
        ) : (
          <>
            <AssumedBy by={by} />{' '}
            {!readOnly && (
              <button
                type="button"
                className="quiet"
                aria-label={`Reset ${title}`}
                onClick={() => assumeForCase({ name, value: null })}
              >
                Reset
              </button>
            )}
          </>
        )}
      </td>
    </tr>
  );
}
