import type { Consistency } from '../../../shared/contract/hypotheses.ts';
import { CAMPAIGN_PREDICTIONS } from './campaign-predictions.ts';
import { type Basis, predictionOf, signalOf } from './offered-evidence.ts';
import type { OperatorSays } from './operator-says.ts';

/** What a cell might be rated, for a person to confirm or not. */
export interface Proposal {
  readonly proposed: Consistency | null;
  readonly reason: string;
}

export const CAMPAIGN = 'campaign';
export const DECEPTION = 'deception';

const nothing = (reason: string): Proposal => ({ proposed: null, reason });
const STRONG_BITS = 4;
const WEAK_BITS = 1;

/**
 * What the analysis proposes for a cell.
 * @param says null where the last analysis has not the operator of the basis
 * @param alternative that the hypothesis was made from; null for a person's own
 */
export function propose(
  says: OperatorSays | null,
  basis: Basis | null,
  alternative: string | null,
): Proposal {
  if (!basis) return nothing('A person wrote this row, so the analysis has nothing to say of it.');
  if (!says) return nothing(`The last analysis has no operator ${basis.operator}.`);
  if (alternative === null)
    return nothing('A person wrote this hypothesis, so the analysis does not test it.');
  if (alternative === DECEPTION)
    return nothing(
      'No test tells deception or stolen credentials: both are made to look like something else.',
    );
  if (basis.of === 'signal') return ofSignal(says, basis.name, alternative);
  if (basis.of === 'kind') return ofKind(alternative);
  return ofPrediction(says, basis.name, alternative);
}

function ofSignal(says: OperatorSays, id: string, alternative: string): Proposal {
  const signal = signalOf(says, id);
  if (!signal) return nothing('The last analysis has no such signal of this operator.');
  if (alternative !== CAMPAIGN) {
    const innocent = says.info.get(id)?.innocent ?? [];
    return nothing(`What innocent use shows the same: ${innocent.join(' ') || 'none is known.'}`);
  }
  const strength = Math.abs(signal.bits);
  if (strength < WEAK_BITS)
    return { proposed: '0', reason: 'The analysis weighs it less than one bit for or against a campaign.' };
  const [strong, weak] = signal.bits > 0 ? (['++', '+'] as const) : (['--', '-'] as const);
  return {
    proposed: strength >= STRONG_BITS ? strong : weak,
    reason: `The analysis weighs it ${strength.toFixed(1)} bits ${signal.bits > 0 ? 'for' : 'against'} a campaign.`,
  };
}

function ofKind(alternative: string): Proposal {
  if (alternative === CAMPAIGN)
    return { proposed: '+', reason: 'Accounts of a campaign share what one operator set up for them.' };
  return nothing('The analysis tests this hypothesis by what it predicts, not by what ties the accounts.');
}

function ofPrediction(says: OperatorSays, text: string, alternative: string): Proposal {
  const inCampaign = alternative === CAMPAIGN;
  const prediction = inCampaign ? predictionOf(says, text) : ownPrediction(says, text, alternative);
  const fit = inCampaign ? CAMPAIGN_PREDICTIONS[text] : undefined;
  if (!prediction || (inCampaign && !fit))
    return nothing('The analysis does not know what this hypothesis would show here.');
  const { holds, detail } = prediction;
  if (holds === null) return nothing(`The data cannot tell. ${detail}.`);
  if (fit) return { proposed: holds ? fit.holds : fit.fails, reason: `${fit.reason}. ${detail}.` };
  return {
    proposed: holds ? '+' : '-',
    reason: `This hypothesis predicts it, and it ${holds ? 'holds' : 'does not hold'}. ${detail}.`,
  };
}

function ownPrediction({ alternatives }: OperatorSays, text: string, alternative: string) {
  const own = alternatives.find(({ id }) => id === alternative);
  return own?.predictions.find((prediction) => prediction.text === text);
}
