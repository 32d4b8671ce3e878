import type { Chip } from '../../../shared/contract/filters.ts';
import type { Case } from '../case/case.ts';
import { analysisVersion, notesVersion, sourcesVersion } from '../case/versions.ts';
import type { Job } from '../jobs/job.ts';
import { Recent } from '../recent.ts';
import { type AccountSet, accountsWith } from './account-sets.ts';
import { type AccountValues, type ListedField, readAccountValues } from './account-values.ts';
import type { FilterAnswer } from './answer.ts';
import { type FilterData, loadFilterData } from './filter-data.ts';
import type { Unsaved } from './prepare.ts';
import { SharedWork } from './shared-work.ts';
import { readTextAccounts } from './store.ts';
import { accountsWithText } from './text-accounts.ts';

/** Views ask for the same filter, and for its pages, one after another. */
const KEPT_ANSWERS = 4;
const KEPT_ACTIVITIES = 8;

const kept = new WeakMap<Case, CaseFilters>();

/** Keeps what filters of a case are answered from in memory, until the case is closed or its sources change. */
export class CaseFilters {
  readonly answers = new Recent<FilterAnswer>(KEPT_ANSWERS);
  readonly activities = new Recent<Float64Array>(KEPT_ACTIVITIES);
  private readonly textSets = new Recent<AccountSet>(KEPT_ANSWERS);
  private readonly open: Case;
  private readonly loading = new SharedWork<FilterData>();
  private readonly unsaved: Unsaved = new Map();
  private loaded: FilterData | null = null;
  private readonly values = new Map<
    ListedField,
    { readonly data: FilterData; readonly version: string; readonly values: AccountValues }
  >();

  static of(open: Case): CaseFilters {
    const own = kept.get(open) ?? new CaseFilters(open);
    kept.set(open, own);
    return own;
  }

  private constructor(open: Case) {
    this.open = open;
  }

  /** Waits until the requests of all published sources are counted. @throws StillwatchError CANCELLED */
  async data(job: Job): Promise<FilterData> {
    const { open } = this;
    if (this.loaded?.version === sourcesVersion(open.db)) return this.loaded;
    this.loaded = null;
    this.loaded = await this.loading.join(job, (work) => loadFilterData(open, this.unsaved, work));
    return this.loaded;
  }

  /** The values of a field of all accounts. */
  valuesOf(data: FilterData, field: ListedField): AccountValues {
    const version = this.versionOf(field);
    const known = this.values.get(field);
    if (known?.data === data && known.version === version) return known.values;
    const values = readAccountValues(this.open.db, field, data.accounts);
    this.values.set(field, { data, version, values });
    return values;
  }

  /** The accounts that have one of the values of a chip. @throws StillwatchError BAD_ARGS, CANCELLED */
  async accountsWith(data: FilterData, { field, values }: Chip, job: Job): Promise<AccountSet> {
    const { db } = this.open;
    if (field !== 'text')
      return accountsWith(db, data.accounts, (name) => this.valuesOf(data, name), field as 'account', values);
    const key = JSON.stringify([sourcesVersion(db), values]);
    const known = this.textSets.get(key);
    if (known) return known;
    const packedOf = (block: number) => [
      ...readTextAccounts(db, block),
      ...[...this.unsaved.values()].flatMap(({ texts }) => texts.get(block) ?? []),
    ];
    const set = await accountsWithText(this.open, data.accounts, packedOf, values, job);
    this.textSets.put(key, set);
    return set;
  }

  /** Changes whenever an answer to a filter may. */
  version(): string {
    const { db } = this.open;
    return [sourcesVersion(db), notesVersion(db), analysisVersion(db)].join(' ');
  }

  private versionOf(field: ListedField): string {
    const { db } = this.open;
    const sources = sourcesVersion(db);
    if (field === 'tag') return `${sources} ${notesVersion(db)}`;
    return field === 'operator' ? `${sources} ${analysisVersion(db)}` : sources;
  }
}
