import type { Layout } from '../../shared/bridge.ts';

export interface Overheard {
  /** How each call of the bridge ended, by function. */
  readonly outcomes: Readonly<Record<string, string>>;
  /** How often a polluted function or property was used meanwhile. */
  readonly uses: number;
  /** Where something came by that is not of the page's own making. */
  readonly foreign: readonly string[];
  /** The same for one object of another world, passed on purpose. */
  readonly planted: readonly string[];
}

/**
 * Runs in the page, so it can use nothing of this file: makes functions and properties of the language tell on
 * whoever uses them, calls every function of the bridge, and puts everything back. An object of the preload
 * script's world gives itself away by a chain of prototypes that ends elsewhere than the page's own.
 */
export async function callPolluted(): Promise<Overheard> {
  const { apply, defineProperty, getOwnPropertyDescriptor, getPrototypeOf } = Reflect;
  const ownRoot = Object.prototype;
  const functions: readonly (readonly [name: string, owner: object, keys: readonly PropertyKey[]])[] = [
    ['Function', Function.prototype, ['bind', 'call', 'apply']],
    ['Promise', Promise.prototype, ['then', 'catch', 'finally']],
    ['Promise', Promise, ['resolve', 'reject', 'all']],
    ['Array', Array.prototype, ['push', 'map', 'forEach', 'slice', 'concat', 'join', Symbol.iterator]],
    ['Array', Array, ['from', 'isArray']],
    ['Object', Object, ['assign', 'create', 'defineProperty', 'freeze', 'keys', 'getOwnPropertyNames']],
    ['Object', ownRoot, ['toString', 'valueOf', 'hasOwnProperty']],
    ['Set', Set.prototype, ['add', 'delete', 'has', 'forEach', Symbol.iterator]],
    ['Map', Map.prototype, ['get', 'set', 'has', 'forEach']],
    ['JSON', JSON, ['stringify', 'parse']],
    ['EventTarget', EventTarget.prototype, ['addEventListener', 'dispatchEvent']],
    ['window', window, ['postMessage']],
  ];
  const properties = ['then', 'channel', 'ports', 'nonce', 'path', 'type', 'invoke', 'sender', 'toJSON'];

  const outcomes: Record<string, string> = {};
  const foreign: string[] = [];
  const restore: (() => void)[] = [];
  let uses = 0;
  const hear = (where: string, values: ArrayLike<unknown>): void => {
    uses++;
    for (let i = 0; i < values.length; i++) {
      const value = values[i];
      if ((typeof value !== 'object' || value === null) && typeof value !== 'function') continue;
      let root: object = value;
      for (let up = getPrototypeOf(root); up !== null; up = getPrototypeOf(root)) root = up;
      if (root !== ownRoot) foreign[foreign.length] = where;
    }
  };
  // Descriptors have no prototype: the polluted one must take no part in defining anything.
  const define = (owner: object, key: PropertyKey, descriptor: PropertyDescriptor): void => {
    Object.setPrototypeOf(descriptor, null);
    const old = getOwnPropertyDescriptor(owner, key);
    // What the page has fixed (see renderer/lock-bind.ts) cannot be polluted.
    if (!defineProperty(owner, key, descriptor)) return;
    restore[restore.length] = () => {
      if (old === undefined) Reflect.deleteProperty(owner, key);
      else defineProperty(owner, key, old);
    };
  };

  const { stillwatch } = window;
  const frame = document.createElement('iframe');
  document.body.append(frame);
  const ofAnotherWorld = frame.contentDocument;
  const calls: Readonly<Record<string, () => unknown>> = {
    connectEngine: () => stillwatch.connectEngine(crypto.randomUUID()),
    pick: () => stillwatch.pick('no purpose' as 'open-logs'),
    grantDropped: () => stillwatch.grantDropped([new File(['x'], 'made up.swcase')]),
    recentCases: () => stillwatch.recentCases(),
    rememberCase: () => stillwatch.rememberCase(crypto.randomUUID()),
    forgetCase: () => stillwatch.forgetCase(crypto.randomUUID()),
    appInfo: () => stillwatch.appInfo(),
    copyPicture: () => stillwatch.copyPicture(new Uint8Array(3)),
    theme: () => stillwatch.theme(),
    setTheme: () => stillwatch.setTheme('system'),
    layout: () => stillwatch.layout(),
    setLayout: () => stillwatch.setLayout({} as Layout),
    keychain: () => stillwatch.keychain(),
    newKeychainSecret: () => stillwatch.newKeychainSecret('signing'),
    keychainSecret: () => stillwatch.keychainSecret('signing'),
    forgetKeychainSecret: () => stillwatch.forgetKeychainSecret('signing'),
    lockMinutes: () => stillwatch.lockMinutes(),
    setLockMinutes: () => stillwatch.setLockMinutes(15),
    onPower: () => stillwatch.onPower((event) => event)(),
    onEngineState: () => stillwatch.onEngineState((state) => state)(),
    onOpenedFile: () => stillwatch.onOpenedFile((file) => file)(),
  };
  const names = Object.keys(calls);

  for (let f = 0; f < functions.length; f++) {
    const name = functions[f][0];
    const owner = functions[f][1];
    const keys = functions[f][2];
    for (let k = 0; k < keys.length; k++) {
      const where = `${name} ${String(keys[k])}`;
      const real = Reflect.get(owner, keys[k]);
      define(owner, keys[k], {
        configurable: true,
        writable: true,
        value: function (this: unknown) {
          // Not rest parameters: a polluted array would take part in making them.
          // biome-ignore lint/complexity/noArguments: see above
          const given = arguments;
          hear(where, [this]);
          hear(where, given);
          return apply(real, this, given);
        },
      });
    }
  }
  for (let p = 0; p < properties.length; p++) {
    const key = properties[p];
    define(ownRoot, key, {
      configurable: true,
      get() {
        hear(`read ${key}`, [this]);
        return undefined;
      },
      set(value: unknown) {
        hear(`write ${key}`, [this, value]);
        const own = { value, writable: true, enumerable: true, configurable: true };
        Object.setPrototypeOf(own, null);
        defineProperty(this, key, own);
      },
    });
  }
  for (let n = 0; n < names.length; n++) {
    try {
      outcomes[names[n]] = `answered ${typeof (await calls[names[n]]())}`;
    } catch (error) {
      outcomes[names[n]] = String(error);
    }
  }
  const heard = uses;
  const found = foreign.length;
  Object.keys(ofAnotherWorld ?? {});
  for (let r = restore.length - 1; r >= 0; r--) restore[r]();
  frame.remove();
  return { outcomes, uses: heard, foreign: foreign.slice(0, found), planted: foreign.slice(found) };
}
