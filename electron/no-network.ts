import { refuseNetwork } from '../shared/no-network.ts';

// The first import of the main process. What Chromium sends is another matter: see lockdown.ts and session.ts.
refuseNetwork(process.getBuiltinModule);
