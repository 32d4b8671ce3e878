import { escapeMarkup } from '../../../../../shared/escape-markup.ts';
import { BENCHMARK, BENCHMARK_LIMITS, BENCHMARK_RATES } from '../benchmark-rates.ts';
import { table } from '../report-html.ts';
import type { Section } from '../section.ts';

/** How often honest use is taken for what it is not, family by family, where that was measured. */
export const lookAlikes: Section = {
  id: 'look-alikes',
  title: 'How often honest use looks like this',
  *body({ voice }) {
    yield `<p><strong>These figures are from a synthetic benchmark.</strong> They tell how the method errs on data made for the purpose, not how it errs in the field, which nobody has measured. Source: ${BENCHMARK.source}.</p>\n`;
    if (voice.plain) {
      yield '<p>In the worst kind of ordinary use that was tried, about 1 account in 80 was marked for a closer look by mistake; in most kinds none was. That is why a person looks before anything is decided.</p>\n';
      return;
    }
    yield `<p>Repeated by <code>${BENCHMARK.command}</code> on ${BENCHMARK.data}.</p>\n`;
    yield* table(
      [
        { title: 'Kind of honest use', width: 30 },
        { title: 'Scored ‘likely’ or above', width: 36 },
        { title: 'Extraction ‘likely’ or above', width: 34 },
      ],
      BENCHMARK_RATES.map(({ family, likely, extraction }) => [
        escapeMarkup(family),
        escapeMarkup(likely),
        extraction === null ? '<span class="soft">not stated</span>' : escapeMarkup(extraction),
      ]),
    );
    yield* table(
      [
        { title: 'Dial of evasion', width: 22 },
        { title: 'Average precision', numeric: true, width: 30 },
        { title: 'Recall at 1 % false positives', numeric: true, width: 28 },
        { title: 'Brier', numeric: true, width: 20 },
      ],
      BENCHMARK.precision.map(({ dial, averagePrecision, recall, brier }) => [
        String(dial),
        averagePrecision,
        recall,
        brier,
      ]),
    );
    yield `<p>Where it is known to fail:</p>\n<ul>\n${BENCHMARK_LIMITS.map((sentence) => `<li>${escapeMarkup(sentence)}</li>\n`).join('')}</ul>\n`;
  },
};
