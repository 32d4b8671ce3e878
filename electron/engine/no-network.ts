import { refuseNetwork } from '../../shared/no-network.ts';

// The first import of whatever the engine runs on: its process, each thread of it, the command line.
refuseNetwork(process.getBuiltinModule);
