import type { Rerun } from '../../../shared/contract/exhibits.ts';
import type { FindingDetail, RerunReport } from '../../../shared/contract/findings.ts';
import { getFinding, orderedFindings } from '../../engine/findings/read.ts';
import { rerunFindings } from '../../engine/findings/rerun-all.ts';
import { type Command, required } from '../command.ts';
import { table } from '../table.ts';
import { CASE_OPTIONS, withCase } from '../with-case.ts';

export const command: Command = {
  usage: 'findings CASE [--rerun]',
  about:
    'Lists findings with their exhibits and verdicts; with --rerun works every exhibit out again and says which moved, and by how much.',
  options: { ...CASE_OPTIONS, rerun: { type: 'boolean' } },
  async run({ words, options, job }) {
    const path = required(words, 0, 'The path of the case');
    const { findings, report } = await withCase(path, options, async (open) => {
      const report =
        options.rerun === true ? await rerunFindings(open, { finding: null, changedOnly: false }, job) : null;
      return { findings: orderedFindings(open.db).map(([id]) => getFinding(open, id)), report };
    });
    return {
      json: { findings: findings.map(exported), ...(report && { rerun: report }) },
      text: report ? `${listed(findings)}\n\n${told(report)}` : listed(findings),
    };
  },
};

/** Speaker notes are for who shows the finding, and never leave the case. */
function exported({ speakerNotes: _, ...finding }: FindingDetail) {
  return finding;
}

function listed(findings: readonly FindingDetail[]): string {
  if (findings.length === 0) return 'The case has no findings.';
  return table(
    ['status', 'likelihood', 'exhibits', 'agree', 'dissent', 'claim'],
    findings.map(({ status, likelihood, exhibits, verdicts, claim }) => [
      status,
      likelihood ?? '',
      exhibits.length,
      verdicts.filter(({ verdict }) => verdict === 'agrees').length,
      verdicts.filter(({ verdict }) => verdict === 'dissents').length,
      claim,
    ]),
  );
}

function told({ exhibits, match, drift, cannot, moved }: RerunReport): string {
  const sum = `${exhibits} exhibits worked out again: ${match} match, ${drift} drifted, ${cannot} could not be worked out.`;
  const rows = moved.flatMap(({ claim, exhibits: own }) =>
    own.map(({ title, rerun }) => [claim, title, wordsOf(rerun)]),
  );
  return rows.length === 0 ? sum : `${sum}\n${table(['finding', 'exhibit', 'what moved'], rows)}`;
}

function wordsOf({ reason, figures }: Rerun): string {
  if (reason !== null) return reason;
  const changes = figures.filter(({ before, after }) => before !== after);
  if (changes.length === 0) return 'rows beside the figures';
  return changes
    .map(({ name, before, after }) => `${name} ${before ?? 'none'} -> ${after ?? 'none'}`)
    .join('; ');
}
