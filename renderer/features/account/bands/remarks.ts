import type { TemplateBands, TemplateUse } from '../../../../shared/contract/bands.ts';
import type { Chip } from '../../../../shared/contract/filters.ts';
import { formatCount, formatUnits } from '../../../ui/format.ts';

/** What is to be known of the requests of an account by template, in sentences. */
export function templateRemarks(
  { unseen, counted, bands }: TemplateBands,
  chips: readonly Chip[],
): readonly string[] {
  return [
    unseen > 0 &&
      `Hatched: ${formatUnits(unseen, 'request')} that came after the analysis; it has to be made anew to tell what they follow.`,
    bands.some(({ kind }) => kind === 'unkept') &&
      'Not kept are templates that are no regular part of the work of any account.',
    counted > 0 &&
      `${formatUnits(counted, 'request')} that come as counts of a time, or stand for a conversation, follow no template and are not among them.`,
    chips.some(({ field }) => field === 'template') &&
      'A condition on templates takes whole accounts and leaves no row out.',
  ].filter((sentence) => sentence !== false);
}

/** What is to be known of the requests of a template by account, in sentences. */
export function remarksOfUse({ unseen, ofRequests, reference }: TemplateUse): readonly string[] {
  return [
    unseen > 0 &&
      `${formatCount(unseen)} of ${formatUnits(ofRequests, 'single request')} of the case came after the analysis and are in no row; it has to be made anew to tell what they follow.`,
    reference > 0 &&
      `${formatUnits(reference, 'request')} of accounts of the benign reference follow it too and are in no row.`,
  ].filter((sentence) => sentence !== false);
}
