/** One line of the security checklist: what is asked, what Stillwatch does, and what was tried against it. */
export interface Item {
  /** Number in Electron's list, or a letter for what stands beside that list. */
  readonly id: string;
  readonly title: string;
  /** What is set, and in which file. */
  readonly setting: string;
  readonly attack: string;
  /** The tests that try it, each as the beginning of the name a run reports; see TestOutcome. */
  readonly tests: readonly string[];
  /** What cannot be tried by any test on the system the tests are for; a phrase. */
  readonly notHere?: string;
}

const e2e = (...names: readonly string[]) => names.map((name) => `test/e2e/${name}`);
const unit = (...names: readonly string[]) => names.map((name) => `test/${name}`);

/** Electron's own twenty items (`docs/tutorial/security.md`), in its order. */
export const ELECTRON_ITEMS: readonly Item[] = [
  {
    id: '1',
    title: 'Only load secure content',
    setting: 'every byte comes from `app://stillwatch`; `requestAllowed` in policy.ts cancels the rest',
    attack: 'each way a page can load or send, to a listener on this computer that must hear nothing',
    tests: e2e(
      'security-policy.test.ts > what is not loaded or sent',
      'security-policy.test.ts > not one packet',
    ),
  },
  {
    id: '2',
    title: 'No Node.js for the page',
    setting: '`nodeIntegration` off, also in workers and frames: window.ts',
    attack: 'looks for Node and Electron in the page and in a frame',
    tests: e2e(
      'security-isolation.test.ts > the page has nothing',
      'security-isolation.test.ts > nor has a frame',
    ),
  },
  {
    id: '3',
    title: 'Context isolation',
    setting: '`contextIsolation` on: window.ts; `Function.prototype.bind` fixed: lock-bind.ts',
    attack: 'a polluted language before each call of the bridge',
    tests: e2e(
      'security-isolation.test.ts > the window was made',
      'security-isolation.test.ts > a polluted language',
    ),
  },
  {
    id: '4',
    title: 'Sandbox for every process',
    setting: '`app.enableSandbox()`: lockdown.ts; `sandbox: true`: window.ts, report-pdf.ts',
    attack:
      'reads system-call filter, rights and namespaces of the page, as a user that is not root; starts with `--no-sandbox`. All other tests run as root have no sandbox',
    tests: e2e('security-sandbox.test.ts'),
  },
  {
    id: '5',
    title: 'Handle permission requests',
    setting: 'all four handlers deny: session.ts',
    attack: 'asks for each permission the web has, with a camera at hand',
    tests: [...e2e('security-permissions.test.ts'), ...unit('electron/policy.test.ts > no permission')],
  },
  {
    id: '6',
    title: '`webSecurity` stays on',
    setting: 'written out: window.ts, report-pdf.ts',
    attack: 'reads back how the window was made; looks for the setting in the source',
    tests: [
      ...e2e('security-isolation.test.ts > the window was made'),
      ...unit('security/source.test.ts > no source of the product holds'),
    ],
  },
  {
    id: '7',
    title: 'Content security policy',
    setting: "header of every answer, from `default-src 'none'`, with Trusted Types: headers.ts",
    attack: 'code as text in each form, each kind of load, a policy of its own',
    tests: [
      ...e2e(
        'security-policy.test.ts > code that does not run',
        'security-policy.test.ts > the policy stands',
      ),
      ...unit('electron/headers.test.ts'),
    ],
  },
  {
    id: '8',
    title: 'No insecure content in secure pages',
    setting: 'Electron’s default',
    attack: 'reads back how the window was made; looks for the setting in the source',
    tests: [
      ...e2e('security-isolation.test.ts > the window was made'),
      ...unit('security/source.test.ts > no source of the product holds > allowRunningInsecureContent'),
    ],
  },
  {
    id: '9',
    title: 'No experimental features',
    setting: 'Electron’s default',
    attack: 'the same',
    tests: [
      ...e2e('security-isolation.test.ts > the window was made'),
      ...unit('security/source.test.ts > no source of the product holds > experimentalFeatures'),
    ],
  },
  {
    id: '10',
    title: 'No `enableBlinkFeatures`',
    setting: 'Electron’s default',
    attack: 'the same',
    tests: [
      ...e2e('security-isolation.test.ts > the window was made'),
      ...unit('security/source.test.ts > no source of the product holds > enableBlinkFeatures'),
    ],
  },
  {
    id: '11',
    title: 'No popups from web views',
    setting: '`webviewTag` off: window.ts',
    attack: 'looks for the element in the source',
    tests: unit('security/source.test.ts > no source of the product holds > allowpopups'),
  },
  {
    id: '12',
    title: 'Check web views before they are made',
    setting: '`will-attach-webview` prevented: window.ts',
    attack: 'puts one into the page',
    tests: e2e('security-navigation.test.ts > a script does not get the page to > a page within'),
  },
  {
    id: '13',
    title: 'Limit navigation',
    setting: '`navigationAllowed` in policy.ts lets the page load itself anew and nothing else',
    attack: 'each way a script or a hand can lead a page away, links and files dropped on it among them',
    tests: [
      ...e2e(
        'security-navigation.test.ts > a script does not',
        'security-navigation.test.ts > a hand does not',
      ),
      ...unit('electron/policy.test.ts'),
    ],
  },
  {
    id: '14',
    title: 'Limit new windows',
    setting: '`setWindowOpenHandler` denies on all contents: window.ts',
    attack: '`window.open`, links for a new window, clicks with each button and key',
    tests: e2e(
      'security-navigation.test.ts > a script does not get the page to > a new',
      'security-navigation.test.ts > a hand does not either > a click',
    ),
  },
  {
    id: '15',
    title: 'No `shell.openExternal` with untrusted content',
    setting: 'not there at all, nor `openPath`',
    attack: 'looks for it in the source; addresses of other programs as links',
    tests: [
      ...unit('security/source.test.ts > no source of the product holds > openExternal'),
      ...unit('security/source.test.ts > no source of the product holds > openPath'),
      ...e2e('security-navigation.test.ts > a script does not get the page to > a mail program'),
    ],
  },
  {
    id: '16',
    title: 'A current version of Electron',
    setting: 'pinned in package.json, within the latest three on 2026-11-22',
    attack: 'reads the pin. The attacks here were tried on the runtime the run names, which may be older',
    tests: unit('security/source.test.ts > the pinned Electron'),
  },
  {
    id: '17',
    title: 'Check who sends a message',
    setting: 'only the page itself in a main frame is answered: ipc.ts, `senderAllowed` in policy.ts',
    attack:
      'forged senders: another origin, a frame, a frame that is gone, an address the page only pretends to have',
    tests: [
      ...e2e(
        'security-messages.test.ts > a forged sender',
        'security-navigation.test.ts > under an address it only pretends',
        'security-navigation.test.ts > an empty page',
      ),
      ...unit('electron/policy.test.ts'),
    ],
  },
  {
    id: '18',
    title: 'No `file://`, a custom protocol instead',
    setting:
      '`app://` serves the list of files made at start, by GET: protocol.ts; `file:` refused to every session: session.ts',
    attack:
      'paths that climb, are encoded, absolute or long, other hosts, other methods, requests of the main process',
    tests: e2e(
      'security-navigation.test.ts > app://',
      'security-navigation.test.ts > file:',
      'security-navigation.test.ts > https:',
      'security-navigation.test.ts > the page',
      'security-offline.test.ts > the main process > is not let out by Chromium',
    ),
  },
  {
    id: '19',
    title: 'Fuses',
    setting: 'electron/dev/package*, checked again in the finished package',
    attack: 'reads them back; starts the package with `ELECTRON_RUN_AS_NODE`, `NODE_OPTIONS`, `--inspect`',
    tests: e2e('package.test.ts'),
  },
  {
    id: '20',
    title: 'No Electron API for untrusted content',
    setting: 'preload.ts: functions by intent, no channel names, no events',
    attack: 'the list of functions is exact; each is called with what does not fit',
    tests: e2e(
      'security-isolation.test.ts > the bridge has exactly',
      'security-messages.test.ts > the bridge',
    ),
  },
];

/** What stands beside that list: being offline, leaving nothing, and the kinds of faults others had. */
export const OTHER_ITEMS: readonly Item[] = [
  {
    id: 'a',
    title: 'No network needed',
    setting: '`npm test` runs all end-to-end tests in a network namespace of their own, with loopback alone',
    attack: 'looks for any other way out of the tests’ own process',
    tests: e2e('security-offline.test.ts > there is no network'),
  },
  {
    id: 'b',
    title: 'No network used, as the system sees it',
    setting: 'switches: lockdown.ts; no spell checker, no proxy: session.ts; no WebRTC: window.ts',
    attack:
      'import, analysis, export with PDF and lock under strace and Chromium’s net log: no address but of this computer (Playwright’s own port of loopback is named and left out)',
    tests: e2e('security-offline.test.ts > the whole job', 'security-policy.test.ts > WebRTC'),
  },
  {
    id: 'c',
    title: 'No network in Node',
    setting:
      'replaced by functions that throw in main process, engine, its threads and command line: shared/no-network.ts; imports banned: test/layers/rules.ts',
    attack: 'calls all of them; requests and look-ups of the main process; a signal that wakes the debugger',
    tests: [
      ...e2e('security-offline.test.ts > the main process'),
      ...unit('security/no-network.test.ts', 'layers.test.ts > this repository > imports only'),
    ],
  },
  {
    id: 'd',
    title: 'Nothing left on disk',
    setting: 'session in memory, no crash reporter, dumps without memory (Linux): session.ts, core-dumps.ts',
    attack:
      'a canary in prompts, names, notes and passphrase, searched in all folders of the user, /dev/shm, variables and command lines; engine, page and main process killed and aborted at work, core dumps on',
    tests: e2e('security-residue.test.ts'),
    notHere: 'dumps that Windows and macOS keep by themselves',
  },
  {
    id: 'e',
    title: 'Hostile text on screen and in terminals',
    setting: '`<Shown>` in the page, `shown` in electron/cli/table.ts',
    attack:
      'markup, directions, escapes and names of 100 kB in every column of a log (1 MB on the command line)',
    tests: [
      ...e2e('hostile-text.test.ts'),
      ...unit('engine/cli/hostile-text.test.ts', 'engine/bundle/visible-text.test.ts'),
    ],
  },
  {
    id: 'f',
    title: 'Formulas in spreadsheets',
    setting:
      'bundle/formula-guard.ts for every cell of a CSV; rejected rows and copied identifiers stay exact, on purpose',
    attack: 'cells that begin with = + - @, tab or a line’s end',
    tests: unit('engine/bundle/formula-guard.test.ts'),
  },
  {
    id: 'g',
    title: 'Hostile messages',
    setting: 'zod for every argument: ipc.ts, engine/dispatch.ts; files are named by grants alone: grants.ts',
    attack: 'malformed, huge and repeated messages on the page’s port; paths where a grant belongs',
    tests: [
      ...e2e('security-messages.test.ts'),
      ...unit('electron/grants.test.ts', 'engine/dispatch.test.ts'),
    ],
  },
  {
    id: 'h',
    title: 'Hostile command lines',
    setting: '`caseFileArgument` in policy.ts; no scheme registered; one instance',
    attack: 'links, switches, shares and folders that look like cases, at the first start and at a second',
    tests: e2e('security-start.test.ts'),
  },
  {
    id: 'i',
    title: 'Files written',
    setting:
      'mode 0600, beside the target, synced, renamed, links refused: bundle/replace-file.ts, small-file.ts',
    attack: 'a link, a folder or a full disk where the file goes, a cancel and a kill meanwhile',
    tests: unit(
      'engine/bundle/bag/bag.test.ts',
      'engine/pictures/save-picture.test.ts',
      'engine/case/back-up.test.ts',
      'engine/bundle/sign/key-store.test.ts',
      'engine/case/rewrite.test.ts',
    ),
  },
  {
    id: 'j',
    title: 'Files read',
    setting: 'on threads of their own with limits on time and memory: import/containers',
    attack: 'archives that grow, loops, broken encodings, Parquet and SQLite files made to break',
    tests: unit('engine/import/nasty-files.test.ts', 'engine/import/containers/'),
  },
  {
    id: 'k',
    title: 'Encryption at rest',
    setting: 'scrypt and ChaCha20-Poly1305: case/key.ts, unlock.ts',
    attack: 'wrong and changed passphrases, single changed pages, kills while the case is written anew',
    tests: unit(
      'engine/case/sealed.test.ts',
      'engine/case/rewrite-killed.test.ts',
      'engine/case/open-case.test.ts',
    ),
  },
  {
    id: 'l',
    title: 'Remote control',
    setting: 'a package refuses `--remote-debugging-port`, has no developer tools: lockdown.ts, window.ts',
    attack: 'starts the package with these switches',
    tests: e2e('package.test.ts'),
  },
];
