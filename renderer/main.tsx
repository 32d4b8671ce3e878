import './lock-bind.ts';
import '@fontsource-variable/inter/index.css';
import '@fontsource-variable/jetbrains-mono/index.css';
import './tokens.css';
import './app.css';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { actOn } from './frame/drop.ts';
import { openDialog } from './store/dialogs.ts';
import { startLayout } from './store/layout.ts';
import { startLock } from './store/lock.ts';
import { startSession } from './store/session.ts';
import { startTags } from './store/tags.ts';
import { startUnsaved } from './store/unsaved.ts';
import { startTheme } from './ui/theme.ts';

startTheme();
startLayout();
startSession();
startTags();
startLock();
startUnsaved(() => openDialog({ name: 'unsaved', next: 'quit' }));
// A case that the app was started with, or that a second start brings.
window.stillwatch.onOpenedFile((file) => actOn([file]));
createRoot(document.getElementById('root')!).render(<App />);
