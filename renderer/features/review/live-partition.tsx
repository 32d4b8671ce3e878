import type { CoverageOf } from '../../../shared/contract/coverage.ts';
import { useSession } from '../../store/session.ts';
import { MatrixPanel } from '../coverage/matrix-panel.tsx';
import { PartitionPanel } from '../coverage/partition-panel.tsx';
import '../coverage/coverage.css';

/** How topics are divided among accounts beside chance, and who asked what. */
export function LivePartition({ of }: { of: CoverageOf }) {
  const version = useSession((state) => state.dataVersion);
  const asked = { of, filter: undefined, outside: false };
  return (
    <>
      <PartitionPanel asked={asked} version={version} />
      <MatrixPanel asked={asked} version={version} />
    </>
  );
}
