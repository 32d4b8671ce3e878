import { randomBytes, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { SafeStorage } from 'electron';
import type { KeychainState } from '../shared/bridge.ts';
import { replaceSmallFile } from './small-file.ts';

type Storage = Pick<SafeStorage, 'isEncryptionAvailable' | 'encryptString' | 'decryptString'> &
  Partial<Pick<SafeStorage, 'getSelectedStorageBackend'>>;

/**
 * The secret that opens the signing key where the keychain of the system keeps it: 32 random bytes, sealed by safeStorage
 * in a small file of their own. The key itself lies with the engine; so neither file opens without the other and without the
 * keychain. The page never sees the secret: it goes to the engine under an id that is good for one use.
 */
export class KeychainSecret {
  readonly #file: string;
  readonly #storage: Storage;
  readonly #give: (id: string, secret: string) => void;

  /** `give` tells the engine, before the page can name the id. */
  constructor(file: string, storage: Storage, give: (id: string, secret: string) => void) {
    this.#file = file;
    this.#storage = storage;
    this.#give = give;
  }

  /** Whether the keychain can keep a secret; with `basic_text` it would lie there for anybody to read. */
  state(): KeychainState {
    if (!this.#storage.isEncryptionAvailable())
      return { usable: false, reason: 'This system has no keychain that is open.' };
    if (this.#storage.getSelectedStorageBackend?.() === 'basic_text')
      return { usable: false, reason: 'This system has no keychain; a secret would lie in plain text.' };
    return { usable: true, reason: null };
  }

  /** Makes a secret in place of any before, and gives it to the engine. The id; null where the keychain cannot keep it. */
  async create(): Promise<string | null> {
    if (!this.state().usable) return null;
    const secret = randomBytes(32).toString('hex');
    const sealed = this.#storage.encryptString(secret).toString('base64');
    await replaceSmallFile(this.#file, `${sealed}\n`);
    return this.#hand(secret);
  }

  /** Gives the secret to the engine once more. The id; null where there is none or the keychain does not open it. */
  async take(): Promise<string | null> {
    if (!this.state().usable) return null;
    try {
      const sealed = Buffer.from(await readFile(this.#file, 'utf8'), 'base64');
      return this.#hand(this.#storage.decryptString(sealed));
    } catch {
      return null;
    }
  }

  #hand(secret: string): string {
    const id = randomUUID();
    this.#give(id, secret);
    return id;
  }
}
