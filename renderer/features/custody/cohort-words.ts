import { cohortRule } from '../../../shared/contract/cohorts.ts';
import { shownText } from '../../../shared/shown-text.ts';
import { formatUnits } from '../../ui/format.ts';
import { ruleWords } from '../cohorts/model.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What an entry on cohorts or the benign reference records, in words. */
export function cohortWords(
  action: string,
  payload: Fields,
  again: string,
): { title: string; about: string } {
  switch (action) {
    case 'cohorts.setRule': {
      const rule = cohortRule.nullable().safeParse(payload.rule);
      const about = rule.success ? (rule.data ? ruleWords(rule.data) : 'back to the default') : '';
      return { title: `What makes cohorts changed${again}`, about };
    }
    case 'cohorts.move': {
      const moves = list(payload.moves);
      const to = new Set(moves.map(({ cohort }) => (typeof cohort === 'string' ? cohort : 'by traits')));
      return {
        title: `Accounts moved to another cohort${again}`,
        about:
          moves.length === 0
            ? ''
            : `${accounts(moves)}: ${[...to].map((name) => shownText(name, { max: 80 })).join('; ')}`,
      };
    }
    case 'cohorts.leaveOut': {
      const changes = list(payload.changes);
      const out = changes.filter(({ leftOut }) => leftOut === true);
      return {
        title: `Accounts ${out.length > 0 ? 'left out of' : 'taken into'} comparisons${again}`,
        about: accounts(changes),
      };
    }
    default: {
      const file = typeof payload.file === 'string' ? shownText(payload.file, { max: 120 }) : '';
      return {
        title: `${payload.reference === true ? 'Marked as' : 'No longer'} benign reference${again}`,
        about: file,
      };
    }
  }
}

function list(value: unknown): readonly Fields[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'object' && one !== null) : [];
}

/** The first few by name. */
function accounts(entries: readonly Fields[]): string {
  const names = entries.slice(0, 3).map(({ account }) => shownText(String(account), { max: 40 }));
  const more = entries.length - names.length;
  return more > 0 ? `${names.join(', ')} and ${formatUnits(more, 'other')}` : names.join(', ');
}
