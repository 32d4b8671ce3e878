/** Kinds of values that redaction replaces. */
export type SecretKind =
  | 'account'
  | 'organization'
  | 'email'
  | 'ip'
  | 'key'
  | 'device'
  | 'payment'
  | 'phone'
  | 'session'
  | 'end user'
  | 'request'
  | 'prompt'
  | 'other identifier';

/** Replaces what must not leave. The same value always becomes the same, in all bundles of a case. */
export interface Redactor {
  /** A value of which it is known what it is; '' stays ''. */
  value(kind: SecretKind, text: string): string;
  /** Free text: every known value in it, and whatever looks like an e-mail, an address or a secret. */
  text(text: string): string;
  /** A JSON value with every string of it put through `text`, keys of objects too. */
  json<T>(value: T): T;
  /** See BundleAbout.redaction. */
  readonly keyId: string;
  /** What was replaced so far. */
  rules(): readonly { readonly field: string; readonly rule: string; readonly values: number }[];
  /** Values that may be in no file of the bundle, as UTF-8; what was published by a rule is not among them. */
  secrets(): Iterable<string>;
}
