import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  fingerprint,
  formatPublicKey,
  isExpectedKey,
  isKeyOrFingerprint,
  keyIdHex,
  keyOfSeed,
  type PublicKey,
  parsePublicKey,
  parsePublicKeyFile,
  parseSignature,
  publicKeyFile,
  signatureFault,
  signFile,
} from '../../../../electron/engine/bundle/sign/minisign.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { withTool } from '../with-tool.ts';

const FILE = Buffer.from('3b6a  manifest-sha512.txt\n');
const KEY = keyOfSeed(Buffer.alloc(32, 7));

/** Why a signature's text is refused over a file; undefined when it holds. */
function fault(text: string, file: Uint8Array = FILE, key: PublicKey = KEY): string | undefined {
  const signed = parseSignature(text);
  return typeof signed === 'string' ? signed : signatureFault(file, signed, key);
}

describe('a signature', () => {
  it('holds over its file and comment, and is the same each time', () => {
    const text = signFile(FILE, KEY, 'signed by R. Okafor');
    expect(fault(text)).toBeUndefined();
    expect(signFile(FILE, KEY, 'signed by R. Okafor')).toBe(text);
    expect(parseSignature(text)).toMatchObject({ trustedComment: 'signed by R. Okafor' });
  });

  it('does not hold after a change of any one bit of it, but for its first line, or of the file', () => {
    const bytes = Buffer.from(signFile(FILE, KEY, 'signed by R. Okafor'));
    const firstLine = bytes.indexOf('\n');
    for (let at = 0; at < bytes.length; at += 1) {
      for (const bit of [1, 2, 4, 8, 16, 32, 64, 128]) {
        const copy = Buffer.from(bytes);
        copy[at] ^= bit;
        const isUntrusted = at < firstLine && at >= 'untrusted comment: '.length;
        if (isUntrusted && copy[at] !== 10) continue;
        expect(fault(copy.toString('utf8')), `byte ${at}, bit ${bit}`).toBeTypeOf('string');
      }
    }
    for (let at = 0; at < FILE.length; at += 1) {
      const copy = Buffer.from(FILE);
      copy[at] ^= 1;
      expect(fault(bytes.toString('utf8'), copy)).toBe('does not hold over the file as it is');
    }
  });

  it('is refused by another key, with lines more or less, and in the form that is not prehashed', () => {
    const text = signFile(FILE, KEY, 'x');
    const other = keyOfSeed(Buffer.alloc(32, 8));
    expect(fault(text, FILE, other)).toMatch(/^names the key [0-9A-F]{16}, not [0-9A-F]{16}$/);
    expect(fault(text, FILE, { ...other, keyId: KEY.keyId })).toBe('does not hold over the file as it is');
    for (const wrong of [`${text}\n`, text.trimEnd(), text.replaceAll('\n', '\r\n'), '', 'x', `\n${text}`]) {
      expect(fault(wrong)).toBeTypeOf('string');
    }
    const plain = text.replace(/^(.*\n)(RUQ|RUR)/, '$1RWQ');
    expect(fault(plain)).toBeTypeOf('string');
  });

  it('keeps a comment of many lines or of any length on one line that minisign reads', () => {
    const text = signFile(FILE, KEY, `a\nb\u2028c\u202Ed${'é'.repeat(9000)}`);
    expect(fault(text)).toBeUndefined();
    const comment = text.split('\n')[2];
    expect(comment).toMatch(/^trusted comment: a b c d/);
    expect(Buffer.byteLength(comment)).toBeLessThan(8192);
  });
});

describe('a public key', () => {
  it('is read back from its line and its file, and from nothing else', () => {
    const { privateKey: _, ...own } = KEY;
    expect(parsePublicKey(formatPublicKey(KEY))).toEqual({
      key: Buffer.from(own.key),
      keyId: Buffer.from(own.keyId),
    });
    const file = publicKeyFile(KEY);
    expect(formatPublicKey(parsePublicKeyFile(file) as PublicKey)).toBe(formatPublicKey(KEY));
    for (const wrong of [
      file.replace('minisign', 'MINISIGN'),
      `${file} `,
      file.slice(1),
      '',
      'RW',
      formatPublicKey(KEY),
    ]) {
      expect(parsePublicKeyFile(wrong), wrong).toBeUndefined();
    }
    expect(parsePublicKey(` ${formatPublicKey(KEY)}`)).toBeUndefined();
  });

  it('is known by its line or by its fingerprint however that is grouped', () => {
    const print = fingerprint(KEY);
    expect(print).toMatch(/^([0-9a-f]{4} ){9}[0-9a-f]{4}$/);
    const other = keyOfSeed(Buffer.alloc(32, 8));
    for (const named of [
      formatPublicKey(KEY),
      print,
      print.replaceAll(' ', ''),
      print.toUpperCase(),
      print.replaceAll(' ', ':'),
    ]) {
      expect(isKeyOrFingerprint(named)).toBe(true);
      expect(isExpectedKey(KEY, named)).toBe(true);
      expect(isExpectedKey(other, named)).toBe(false);
    }
    for (const wrong of ['', 'RW', print.slice(1), `${print}0`, keyIdHex(KEY.keyId)]) {
      expect(isKeyOrFingerprint(wrong)).toBe(false);
      expect(isExpectedKey(KEY, wrong)).toBe(false);
    }
  });
});

describe('a public key file', () => {
  it('of minisign is read, where its id is printed without leading zeros too', () => {
    // Made by minisign 0.11.
    const file =
      'untrusted comment: minisign public key F1639342A5B10E4\n' +
      'RWTkEFsqNDkWD+LugGu1yjUBVlGBcIAAV7/GLg3Cydn0RxGPFb1Mwjdu\n';
    const key = parsePublicKeyFile(file) as PublicKey;
    expect(publicKeyFile(key)).toBe(file);
    expect(keyIdHex(key.keyId)).toBe('F1639342A5B10E4');
  });
});

describe('the program minisign', () => {
  const folder = temporaryFolder();
  const run = (args: readonly string[], input = '') =>
    execFileSync('minisign', args, { input, stdio: ['pipe', 'pipe', 'pipe'] }).toString();
  beforeEach(() => writeFileSync(folder.path('f.txt'), FILE));

  withTool('minisign', 'accepts our signature by our key, in a line and in a file', () => {
    for (const key of [KEY, keyOfSeed(randomBytes(32))]) {
      writeFileSync(folder.path('f.txt.minisig'), signFile(FILE, key, 'signed by Zoë Ōkafor, 100 %'));
      writeFileSync(folder.path('f.pub'), publicKeyFile(key));
      for (const by of [
        ['-P', formatPublicKey(key)],
        ['-p', folder.path('f.pub')],
      ]) {
        const said = run(['-V', '-m', folder.path('f.txt'), ...by]);
        expect(said).toContain('Signature and comment signature verified');
        expect(said).toContain('Trusted comment: signed by Zoë Ōkafor, 100 %');
      }
      expect(() =>
        run(['-V', '-m', folder.path('f.txt'), '-P', formatPublicKey(keyOfSeed(randomBytes(32)))]),
      ).toThrow();
    }
  });

  withTool('minisign', 'makes signatures that we accept, and that we refuse once changed', () => {
    const [secret, open] = [folder.path('f.key'), folder.path('m.pub')];
    run(['-G', '-W', '-s', secret, '-p', open]);
    run(['-S', '-s', secret, '-m', folder.path('f.txt'), '-t', 'by hand']);
    const key = parsePublicKeyFile(readFileSync(open, 'utf8')) as PublicKey;
    const text = readFileSync(folder.path('f.txt.minisig'), 'utf8');
    expect(fault(text, FILE, key)).toBeUndefined();
    expect(fault(text.replace('by hand', 'by hanD'), FILE, key)).toBe(
      'does not hold over its trusted comment',
    );
    expect(fault(text, Buffer.concat([FILE, FILE]), key)).toBe('does not hold over the file as it is');
    const lines = run(['-V', '-m', folder.path('f.txt'), '-p', open]);
    expect(lines).toContain('by hand');
  });
});
