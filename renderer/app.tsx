import { useEffect, useState } from 'react';
import { AnalyseDialog } from './features/analysis/analyse-dialog.tsx';
import { ANNOTATION_COMMANDS } from './features/annotations/annotation-commands.ts';
import { CODING_COMMANDS } from './features/coding/coding-commands.ts';
import { DrawDialog } from './features/coding/draw-dialog.tsx';
import { ExportDialog } from './features/export/export-dialog.tsx';
import { VerifyDialog } from './features/export/verify-dialog.tsx';
import { FILTER_COMMANDS } from './features/filter/filter-commands.ts';
import { FINDING_COMMANDS } from './features/findings/finding-commands.ts';
import { PinDialog } from './features/findings/pin-dialog.tsx';
import { IdentityDialog } from './features/groups/identity-dialog.tsx';
import { LockScreen } from './features/lock/lock-screen.tsx';
import { MergeDialog } from './features/merge/merge-dialog.tsx';
import { OverviewDialog } from './features/review/overview-dialog.tsx';
import { PrintDialog } from './features/review/print-dialog.tsx';
import { REVIEW_COMMANDS } from './features/review/review-commands.ts';
import { ReviewDialog } from './features/review/review-dialog.tsx';
import { ReviewScreen } from './features/review/review-screen.tsx';
import { CompactDialog } from './features/settings/compact-dialog.tsx';
import { PassphraseDialog } from './features/settings/passphrase-dialog.tsx';
import { RecoverDialog } from './features/settings/recover-dialog.tsx';
import { SETTINGS_COMMANDS } from './features/settings/settings-commands.ts';
import { OverlapDialog } from './features/sharing/overlap-dialog.tsx';
import { SHARING_COMMANDS } from './features/sharing/sharing-commands.ts';
import { NewCaseDialog } from './features/start/new-case-dialog.tsx';
import { OpenCaseDialog } from './features/start/open-case-dialog.tsx';
import { StartScreen } from './features/start/start-screen.tsx';
import { registerCommands } from './frame/commands/command.ts';
import { FRAME_COMMANDS } from './frame/commands/frame-commands.ts';
import { onMouseButton, onShortcut, onShortcutAnywhere } from './frame/commands/shortcuts.ts';
import { onDrop } from './frame/drop.ts';
import { EngineBanner } from './frame/engine-banner.tsx';
import { Frame } from './frame/frame.tsx';
import { KeysDialog } from './frame/keys-dialog.tsx';
import { PaletteDialog } from './frame/palette.tsx';
import { ReadOnlyBanner } from './frame/read-only-banner.tsx';
import { RecoveredBanner } from './frame/recovered-banner.tsx';
import { StatusLine } from './frame/status-line.tsx';
import { UnsavedDialog } from './frame/unsaved-dialog.tsx';
import { closeDialog, type OpenDialog, useDialogs } from './store/dialogs.ts';
import { useLock } from './store/lock.ts';
import { useSession } from './store/session.ts';
import { currentView } from './store/view-history.ts';
import { useViews } from './store/views.ts';
import { ErrorBoundary } from './ui/error-boundary.tsx';

registerCommands([
  ...REVIEW_COMMANDS,
  ...FRAME_COMMANDS,
  ...ANNOTATION_COMMANDS,
  ...FILTER_COMMANDS,
  ...FINDING_COMMANDS,
  ...SHARING_COMMANDS,
  ...CODING_COMMANDS,
  ...SETTINGS_COMMANDS,
]);

/** The window: the start screen or the open case, the one dialog, the status line. */
export function App() {
  const isOpen = useSession((state) => state.case !== null);
  const isReviewing = useViews((state) => currentView(state.trail).name === 'review') && isOpen;
  const locked = useLock((state) => state.screen);
  const dialog = useDialogs((state) => state.open);
  const dropping = useDrop();

  useEffect(() => {
    document.addEventListener('keydown', onShortcutAnywhere, { capture: true });
    document.addEventListener('keydown', onShortcut);
    document.addEventListener('mouseup', onMouseButton);
    return () => {
      document.removeEventListener('keydown', onShortcutAnywhere, { capture: true });
      document.removeEventListener('keydown', onShortcut);
      document.removeEventListener('mouseup', onMouseButton);
    };
  }, []);

  return (
    <ErrorBoundary part="The window">
      <div className="window">
        <EngineBanner />
        {!locked && <ReadOnlyBanner />}
        {!locked && <RecoveredBanner />}
        {locked ? (
          <LockScreen screen={locked} />
        ) : isReviewing ? (
          <ReviewScreen />
        ) : isOpen ? (
          <Frame />
        ) : (
          <div className="start-scroll">
            <StartScreen />
          </div>
        )}
        {(locked || !isReviewing) && <StatusLine />}
      </div>
      {dialog && !locked && <CurrentDialog dialog={dialog} />}
      {dropping && !locked && (
        <div className="drop-veil" aria-hidden="true">
          <p>
            {isOpen
              ? 'Drop to import into this case'
              : 'Drop a case to open it, a log to import it, a bundle to verify it'}
          </p>
        </div>
      )}
    </ErrorBoundary>
  );
}

function CurrentDialog({ dialog }: { dialog: OpenDialog }) {
  switch (dialog.name) {
    case 'new-case':
      return <NewCaseDialog logs={dialog.logs} />;
    case 'open-case':
      return <OpenCaseDialog file={dialog.file} />;
    case 'verify':
      return <VerifyDialog file={dialog.file} />;
    case 'export':
      return <ExportDialog />;
    case 'overlap':
      return <OverlapDialog />;
    case 'analyse':
      return <AnalyseDialog />;
    case 'merge':
      return <MergeDialog file={dialog.file} />;
    case 'pin':
      return <PinDialog pin={dialog.pin} />;
    case 'identity':
      return <IdentityDialog accounts={dialog.accounts} onClose={closeDialog} />;
    case 'draw-sample':
      return <DrawDialog operator={dialog.operator} />;
    case 'review':
      return <ReviewDialog />;
    case 'review-overview':
      return <OverviewDialog />;
    case 'review-print':
      return <PrintDialog />;
    case 'passphrase':
      return <PassphraseDialog change={dialog.change} />;
    case 'compact':
      return <CompactDialog />;
    case 'recover':
      return <RecoverDialog file={dialog.file} />;
    case 'unsaved':
      return <UnsavedDialog next={dialog.next} />;
    case 'palette':
      return <PaletteDialog />;
    case 'keys':
      return <KeysDialog />;
  }
}

/** Takes files dropped anywhere; true while some are held over the window. */
function useDrop(): boolean {
  const [depth, setDepth] = useState(0);
  useEffect(() => {
    const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const enter = (event: DragEvent) => {
      if (carriesFiles(event)) setDepth((deep) => deep + 1);
    };
    const leave = (event: DragEvent) => {
      if (carriesFiles(event)) setDepth((deep) => Math.max(0, deep - 1));
    };
    // Without this the browser would not let go of the file, or would navigate to it.
    const over = (event: DragEvent) => event.preventDefault();
    const drop = (event: DragEvent) => {
      event.preventDefault();
      setDepth(0);
      const files = Array.from(event.dataTransfer?.files ?? []);
      if (files.length > 0) void onDrop(files);
    };
    window.addEventListener('dragenter', enter);
    window.addEventListener('dragleave', leave);
    window.addEventListener('dragover', over);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragenter', enter);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('dragover', over);
      window.removeEventListener('drop', drop);
    };
  }, []);
  return depth > 0;
}
