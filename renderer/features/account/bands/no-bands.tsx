import type { Bands } from '../../../../shared/contract/bands.ts';
import { goTo } from '../../../store/views.ts';
import { formatUnits } from '../../../ui/format.ts';
import { BAND_WORDS } from './band-field.ts';
import { NoTemplateBands } from './no-template-bands.tsx';
import type { AccountBandField } from './use-bands.ts';

/** Why there is nothing to show of a field, and what to do; null where there is. */
export function NoBands({ bands, field }: { bands: Bands; field: AccountBandField }) {
  const { one, many } = BAND_WORDS[field];
  const aOne = `${field === 'endpoint' ? 'an' : 'a'} ${one}`;
  if (!bands.imported && 'analysis' in bands) return <NoTemplateBands isOlder={bands.analysis === 'older'} />;
  if (!bands.imported)
    return (
      <p className="soft">
        {`No request of the case states ${aOne}. If a column of the file does, take the import back in `}
        <button type="button" className="link" onClick={() => goTo({ name: 'sources' })}>
          Sources
        </button>
        {`, import the file again and map that column to ‘${field}’; what people wrote is kept.${
          field === 'topic'
            ? ' Topics that the analysis computes serve its signals and are not kept by request.'
            : ''
        } Or choose another field.`}
      </p>
    );
  if (bands.requests === 0)
    return (
      <p className="soft">{`None of the ${formatUnits(bands.ofRequests, 'request')} of this account meets the other conditions of the filter. Switch one off above to see its ${many}.`}</p>
    );
  if (field !== 'template' && bands.values === 0)
    return (
      <p className="soft">{`None of these ${formatUnits(bands.requests, 'request')} states ${aOne}, though other accounts’ requests do. Choose another field.`}</p>
    );
  return null;
}

/** Of templates there is something to show also where no request follows one: that, and what was not analysed. */
export function hasBands(bands: Bands): boolean {
  return bands.imported && bands.requests > 0 && (bands.values > 0 || 'analysis' in bands);
}
