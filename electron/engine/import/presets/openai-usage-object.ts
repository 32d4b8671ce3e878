import type { Fields } from './fields.ts';
import type { RowFields } from './preset.ts';
import { numberText, uncached, wholeNumber } from './units.ts';

/** Tokens by the `usage` object that OpenAI's answers carry, and many gateways copy; cached ones taken off. */
export function openAiUsage(answer: Fields | undefined, at = 'usage'): RowFields {
  if (!answer) return {};
  const read = wholeNumber(
    answer.text(`${at}.prompt_tokens_details.cached_tokens`, `${at}.input_tokens_details.cached_tokens`),
  );
  const input = wholeNumber(answer.text(`${at}.prompt_tokens`, `${at}.input_tokens`));
  return {
    input_tokens: numberText(uncached(input, read)),
    output_tokens: answer.text(`${at}.completion_tokens`, `${at}.output_tokens`),
    cache_read_tokens: numberText(read),
  };
}
