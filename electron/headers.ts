/**
 * What the page may do, told to Chromium with every answer. The one Trusted Types policy lets the page
 * start its own worker and is used up as the page loads, so no script can turn text into markup or code; React and D3 set styles through the CSSOM, which `style-src 'self'` permits.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "worker-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-src 'none'",
  "object-src 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  // The page's one worker lays out the graph: see renderer/features/graph/layout-thread.ts.
  'trusted-types layout-worker',
].join('; ');

/**
 * Headers of every answer under app://, found or not. Cross-origin isolation is left out on purpose: nothing
 * here needs shared memory or finer clocks, and both help attacks by timing.
 */
export const ANSWER_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy':
    'accelerometer=(), autoplay=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), ' +
    'microphone=(), midi=(), payment=(), serial=(), usb=()',
  'Cache-Control': 'no-store',
};
