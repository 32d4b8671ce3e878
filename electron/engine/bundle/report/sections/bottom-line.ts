import type { Verdict } from '../../../../../shared/contract/findings.ts';
import { escapeMarkup } from '../../../../../shared/escape-markup.ts';
import { confidenceHtml, likelihoodHtml } from '../estimative.ts';
import { cite, namedBy } from '../exhibit-numbers.ts';
import type { Reading, ReportFinding } from '../reading.ts';
import { counted, facts, table, time } from '../report-html.ts';
import type { Section } from '../section.ts';
import { WITHHELD } from '../voice.ts';

/** Each finding as a claim of its author: how likely, how sure, who agreed, who dissented and why. */
export const bottomLine: Section = {
  id: 'bottom-line',
  title: 'Bottom line',
  *body(reading) {
    const { findings } = reading;
    if (findings.length === 0) {
      yield '<p>Nobody has written a finding into what this bundle holds. What follows is what was counted and computed, without a conclusion of a person.</p>\n';
      return;
    }
    const withdrawn = findings.filter(({ body }) => body.status === 'withdrawn').length;
    yield `<p>${findings.length} of ${counted(reading.about.ofCase.findings, 'findings')} in the case${withdrawn > 0 ? `, ${withdrawn} of them withdrawn by those who made them` : ''}. Each is a claim of people, not of this program, and none says that anybody is guilty of anything. Likelihood uses the words and ranges of ICD-203. Confidence is a statement of its own: how good the ground is that the claim stands on.${reading.about.redaction ? ' Names in the claims were replaced, so it cannot be told from this bundle whether a finding changed after a verdict on it.' : ''}</p>\n`;
    yield* overview(reading);
    for (const finding of findings) yield* one(reading, finding);
  },
};

function* overview({ findings, voice }: Reading): Generator<string> {
  yield* table(
    [
      { title: 'Finding', width: 8 },
      { title: 'Claim', width: 40 },
      { title: 'Likelihood', width: 18 },
      { title: 'Confidence', width: 12 },
      { title: 'Status', width: 13 },
      { title: 'Dissents', numeric: true, width: 9 },
    ],
    findings.map(({ number, body, detail }) => {
      const dissents = detail.verdicts.filter(({ verdict }) => verdict === 'dissents').length;
      return [
        `<a href="#${number}">${number}</a>`,
        voice.wrote(body.claim) ??
          `<span class="soft">withheld; about</span> ${aboutWhat(voice, body.scope)}`,
        likelihoodHtml(body.likelihood),
        confidenceHtml(body.confidence),
        body.status,
        dissents > 0 ? `<a class="dissents" href="#${number}">${dissents}</a>` : '0',
      ];
    }),
  );
}

function* one(reading: Reading, finding: ReportFinding): Generator<string> {
  const { voice } = reading;
  const { number, body, detail, exhibits } = finding;
  const claim = voice.wrote(body.claim);
  const author = voice.person(body.author);
  const agrees = detail.verdicts.filter(({ verdict }) => verdict === 'agrees');
  const dissents = detail.verdicts.filter(({ verdict }) => verdict === 'dissents');
  const reason = voice.wrote(body.confidenceReason);
  yield `<div class="finding${body.status === 'withdrawn' ? ' withdrawn' : ''}" id="${number}">\n<h3>${number}${body.status === 'withdrawn' ? ' (withdrawn)' : ''}</h3>\n`;
  yield claim === null
    ? `<p>About ${aboutWhat(voice, body.scope)}. <span class="soft">The wording of the claim is withheld from this reader.</span></p>\n`
    : `<blockquote>${claim}</blockquote>\n<p class="soft">Claim of ${author ?? 'an investigator'}, ${time(reading.zone, body.createdUs)}${body.changedUs === body.createdUs ? '' : `; changed by ${voice.person(body.changedBy) ?? 'an investigator'}, ${time(reading.zone, body.changedUs)}`}.</p>\n`;
  for (const verdict of dissents) yield dissent(reading, verdict);
  yield facts([
    ['Likelihood', likelihoodHtml(body.likelihood)],
    ['Confidence', confidenceHtml(body.confidence)],
    [
      'What the confidence rests on',
      body.confidenceReason === '' ? missing('no reason was given') : (reason ?? WITHHELD),
    ],
    ['Status', body.status],
    [
      'Agreed',
      agrees.length === 0 ? 'nobody' : agrees.map((verdict) => agreement(reading, verdict)).join('<br>'),
    ],
    [
      'Dissented',
      dissents.length === 0
        ? 'nobody'
        : `${dissents.length === 1 ? '1 person' : `${dissents.length} people`}, see above`,
    ],
    [
      'Exhibits',
      exhibits.length === 0
        ? missing('none is pinned, so no number of this report stands behind it')
        : cite(exhibits.map((exhibit) => exhibit.number)).trim(),
    ],
  ]);
  yield `</div>\n`;
  yield* part(voice.wrote(body.reasoning), 'Reasoning');
  yield* part(voice.wrote(body.changeMind), 'What would change the mind of its author');
  yield* part(voice.wrote(body.missing), 'Evidence to be expected that is not there');
}

/** What a finding is about, without a word of its own. */
function aboutWhat(voice: Reading['voice'], scope: readonly string[]): string {
  if (scope.length === 0) return 'no single account or operator';
  const names = scope.slice(0, 20).flatMap((reference) => {
    const { accounts, operators } = namedBy(reference);
    const found = [
      ...operators.map((one) => `operator ${escapeMarkup(one)}`),
      ...accounts.map((one) => voice.account(one, 60)),
    ];
    return found.length > 0 ? found : ['another thing of the case'];
  });
  return [...new Set(names)].join(', ') + (scope.length > 20 ? ' and others' : '');
}

function dissent({ about, voice, zone }: Reading, { author, reason, atUs, changedSince }: Verdict): string {
  const said = voice.wrote(reason);
  const who = voice.person(author);
  return `<div class="dissent"><strong>Dissent</strong>${who === null ? '' : ` of ${who}`}, ${time(zone, atUs)}${outdated(about, changedSince)}: ${said ?? '<span class="soft">its words are withheld from this reader</span>'}</div>\n`;
}

function agreement({ about, voice, zone }: Reading, { author, reason, atUs, changedSince }: Verdict): string {
  const said = reason === '' ? null : voice.wrote(reason);
  return `${voice.person(author) ?? 'a reviewer'}, ${time(zone, atUs)}${outdated(about, changedSince)}${said === null ? '' : `: ${said}`}`;
}

/** A verdict names the hash of what it is about, which redaction changes. */
const outdated = ({ redaction }: Reading['about'], changedSince: boolean) =>
  changedSince && redaction === null
    ? ' <span class="soft">(of the finding as it was before its last change)</span>'
    : '';

const missing = (words: string) => `<span class="soft">${words}</span>`;

function* part(html: string | null, title: string): Generator<string> {
  if (html === null || html === '') return;
  yield `<h4>${title}</h4>\n<div class="words">${html}</div>\n`;
}
