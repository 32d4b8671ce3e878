import { useEffect, useState } from 'react';
import type { KeychainState } from '../../shared/bridge.ts';

/** Whether the keychain of this computer can keep a secret; it cannot until that is known. */
export function useKeychain(): KeychainState {
  const [state, setState] = useState<KeychainState>({ usable: false, reason: null });
  useEffect(() => void window.stillwatch.keychain().then(setState), []);
  return state;
}
