import {
  ASSUMPTION_NAMES,
  ASSUMPTION_TITLES,
  type Assumption,
  assumptionWords,
  percentWords,
} from '../../../../../shared/assumptions.ts';
import { CALIBRATION_NOTE } from '../../../../../shared/contract/analysis.ts';
import { escapeMarkup } from '../../../../../shared/escape-markup.ts';
import { DEFAULT_LINK_BITS } from '../../../analysis/links/link-accounts.ts';
import { readAssumptions } from '../../../assumptions/read.ts';
import { cohortDecisions } from '../../../cohorts/decisions.ts';
import { LIKELIHOOD_RANGES } from '../estimative.ts';
import type { Reading } from '../reading.ts';
import { counted, facts, ident, said, table, time } from '../report-html.ts';
import type { Section } from '../section.ts';

/** How everything computed was computed: versions, seeds, thresholds, what was assumed and by whom. */
export const methods: Section = {
  id: 'methods',
  title: 'Methods, thresholds, versions',
  *body(reading) {
    yield* versions(reading);
    yield* assumed(reading);
    yield '<h3>Thresholds</h3>\n';
    yield* thresholds(reading);
    yield* words();
    yield* signals(reading);
  },
};

function* versions({ about, analysis, zone, voice }: Reading): Generator<string> {
  yield facts([
    ['Program', said(`${about.madeBy.name} ${about.madeBy.version}`)],
    ['Layout of the bundle', `version ${about.schemaVersion}`],
    ...(analysis
      ? ([
          [
            'Analysis',
            `version ${escapeMarkup(analysis.version)}, seed ${analysis.seed}, ${time(zone, analysis.atUs)}`,
          ],
          [
            'Looked at',
            `${counted(analysis.accounts, 'accounts')}, ${counted(analysis.links, 'links')}, ${counted(analysis.operators, 'operators')} as published here`,
          ],
          ['Made from', ident(analysis.inputHash)],
          [
            'Share of accounts assumed to take part in a campaign before any evidence',
            `${percentWords(analysis.prior.share)}${analysis.prior.assumed ? `, assumed by ${voice.person(analysis.prior.assumed.author) ?? 'an investigator'}, ${time(zone, analysis.prior.assumed.changedUs)}` : ', the one that the analysis was made with'}`,
          ],
        ] as const)
      : ([['Analysis', 'none']] as const)),
  ]);
}

function* assumed({ open: { db }, voice, zone }: Reading): Generator<string> {
  const made = readAssumptions(db);
  const rows = ASSUMPTION_NAMES.flatMap((name) => {
    const one = made[name];
    if (one === null) return [];
    const words = assumptionWords({ name, value: one.value } as Assumption);
    return [
      [
        ASSUMPTION_TITLES[name],
        `${escapeMarkup(words)}; ${voice.person(one.author) ?? 'an investigator'}, ${time(zone, one.changedUs)}`,
      ] as const,
    ];
  });
  yield '<h3>What was assumed</h3>\n';
  yield rows.length === 0
    ? '<p>Nobody changed an assumption: the defaults of the program hold.</p>\n'
    : facts(rows);
  const { rule, moved, leftOut } = cohortDecisions(db);
  yield `<p>Cohorts are made of ${rule.traits.length === 0 ? 'all accounts' : `accounts alike in ${rule.traits.map((trait) => ({ plan: 'plan', endpoint: 'endpoint', declaredUse: 'declared use', activity: 'activity' })[trait]).join(', ')}`}, at least ${rule.leastMembers} accounts each; people moved ${counted(moved.length, 'accounts')} and left ${counted(leftOut.length, 'accounts')} out of the comparison.</p>\n`;
}

function* thresholds({ analysis }: Reading): Generator<string> {
  yield `<ul>
<li>Two accounts are linked where what they share, weighed by how rare it is, comes to ${DEFAULT_LINK_BITS} bits or more after the prior (Fellegi and Sunter 1969; frequencies after Winkler).</li>
<li>Operators are groups of the graph of links found by the Leiden algorithm with the constant Potts model (Traag, Waltman and van Eck 2019).</li>
<li>Of many operators tested, those are taken to stand out that hold a false discovery rate of 0.1 (Benjamini and Hochberg 1995).</li>
<li>Whether accounts act together, whether answers are taken, and whether the access is what was agreed are worked out apart; none of the three is made from another.</li>
<li>Nothing computed is ever called certain: the highest probability is 0.98.</li>
</ul>\n`;
  yield `<p>${escapeMarkup(CALIBRATION_NOTE)}${analysis?.stale ? ' <strong>What is published here is not all that this analysis was made from, so working it out again from here gives other figures.</strong>' : ''}</p>\n`;
}

function* words(): Generator<string> {
  yield '<h3>Words of likelihood</h3>\n';
  yield* table(
    [
      { title: 'Word (ICD-203)', width: 40 },
      { title: 'Range', width: 60 },
    ],
    Object.entries(LIKELIHOOD_RANGES).map(([word, range]) => [word, range]),
  );
}

function* signals({ analysis }: Reading): Generator<string> {
  if (!analysis) return;
  yield '<h3>Signals</h3>\n';
  yield* table(
    [
      { title: 'Signal', width: 22 },
      { title: 'Family', width: 12 },
      { title: 'What it measures', width: 50 },
      { title: 'In these data', width: 16 },
    ],
    analysis.signals.map(({ id, title, family, measures, disabled }) => [
      `${id} ${escapeMarkup(title)}`,
      family,
      escapeMarkup(measures),
      disabled === null ? 'worked out' : `<span class="soft">${escapeMarkup(disabled)}</span>`,
    ]),
  );
}
