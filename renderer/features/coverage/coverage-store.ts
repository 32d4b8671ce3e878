import type { CoverageOf } from '../../../shared/contract/coverage.ts';
import { goTo } from '../../store/views.ts';

/** Shows which topics the accounts of an operator, or a selection of accounts, cover. */
export function openCoverageOf(of: CoverageOf): void {
  goTo({ name: 'coverage', of });
}
