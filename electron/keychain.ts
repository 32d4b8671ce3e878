import { randomBytes, randomUUID } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { SafeStorage } from 'electron';
import { z } from 'zod';
import type { KeychainState } from '../shared/bridge.ts';
import { replaceSmallFile } from './small-file.ts';

type Storage = Pick<SafeStorage, 'isEncryptionAvailable' | 'encryptString' | 'decryptString'> &
  Partial<Pick<SafeStorage, 'getSelectedStorageBackend'>>;

/** How a secret lies on disk: which keychain sealed it, and what came of it. */
const sealedSecret = z.strictObject({ backend: z.string(), sealed: z.base64() });

/** What secrets may be called: they become names of files. */
export const secretName = z.string().regex(/^(?:signing|case-[0-9a-f-]{36})$/);

/**
 * Secrets that open what the engine keeps, where the keychain of the system keeps them: 32 random bytes each, sealed by
 * safeStorage in a small file of its own, `<name>.secret`. What a secret opens, the signing key or the key of a case, lies
 * with the engine; so neither file opens without the other and without the keychain. The page never sees a secret: it
 * goes to the engine under an id that is good for one use.
 */
export class KeychainSecrets {
  readonly #folder: string;
  readonly #storage: Storage;
  readonly #give: (id: string, secret: string) => void;

  /** `give` tells the engine, before the page can name the id. */
  constructor(folder: string, storage: Storage, give: (id: string, secret: string) => void) {
    this.#folder = folder;
    this.#storage = storage;
    this.#give = give;
  }

  /** Whether the keychain can keep a secret; with `basic_text` it would lie there for anybody to read. */
  state(): KeychainState {
    if (!this.#storage.isEncryptionAvailable())
      return { usable: false, reason: 'This system has no keychain that is open.' };
    if (['basic_text', 'unknown'].includes(this.#backend()))
      return { usable: false, reason: 'This system has no keychain; a secret would lie in plain text.' };
    return { usable: true, reason: null };
  }

  /** Makes a secret in place of any before, and gives it to the engine. The id; null where the keychain cannot keep it. */
  async create(name: string): Promise<string | null> {
    if (!this.state().usable) return null;
    const secret = randomBytes(32).toString('hex');
    const sealed = this.#storage.encryptString(secret).toString('base64');
    await replaceSmallFile(this.#file(name), `${JSON.stringify({ backend: this.#backend(), sealed })}\n`);
    return this.#hand(secret);
  }

  /**
   * Gives the secret to the engine once more. The id; null where there is none, the keychain does not open it, or another
   * one than now sealed it.
   */
  async take(name: string): Promise<string | null> {
    if (!this.state().usable) return null;
    try {
      const { backend, sealed } = sealedSecret.parse(JSON.parse(await readFile(this.#file(name), 'utf8')));
      if (backend !== this.#backend()) return null;
      return this.#hand(this.#storage.decryptString(Buffer.from(sealed, 'base64')));
    } catch {
      return null;
    }
  }

  /** Removes a secret; what it opened stays sealed for good. */
  async forget(name: string): Promise<void> {
    await rm(this.#file(name), { force: true });
  }

  /** Only Linux has several; elsewhere it is that of the system. */
  #backend(): string {
    return this.#storage.getSelectedStorageBackend?.() ?? 'system';
  }

  #file(name: string): string {
    return join(this.#folder, `${secretName.parse(name)}.secret`);
  }

  #hand(secret: string): string {
    const id = randomUUID();
    this.#give(id, secret);
    return id;
  }
}
