export const policyHeader = 'content-security-policy'

interface Surroundings {
  isDev: boolean
  /** Whether people reach the house over https. */
  isSecure: boolean
  /** The request's Host; sockets go there. */
  host: string | undefined
  /** Where browsers are sent for private pictures, beside this house. */
  pictures?: string
}

/**
 * Content-Security-Policy for one answer. Scripts run only with the nonce, or loaded by one that has it; Next reads the nonce from
 * this header on the request and puts it on its own. Styles keep 'unsafe-inline': React writes style attributes.
 */
export function contentSecurityPolicy(nonce: string, { isDev, host, pictures }: Surroundings): string {
  const store = pictures ? ` ${new URL(pictures).origin}` : ''
  const sockets = host && /^[\w.:[\]-]+$/.test(host) ? ` ws://${host} wss://${host}` : ''
  // The development server evaluates code and injects scripts of its own.
  const scripts = isDev ? `'self' 'unsafe-inline' 'unsafe-eval'` : `'nonce-${nonce}' 'strict-dynamic'`
  return [
    `default-src 'self'`,
    `script-src ${scripts}`,
    `style-src 'self' 'unsafe-inline'`,
    `img-src 'self' data: blob:${store}`,
    `media-src 'self' blob:`,
    `connect-src 'self' data: blob:${store}${sockets}`,
    `worker-src 'self' blob:`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
  ].join('; ')
}

/** The same for every answer. */
export function fixedSecurityHeaders({ isSecure }: Surroundings): [name: string, value: string][] {
  const headers: [string, string][] = [
    ['X-Content-Type-Options', 'nosniff'],
    ['Referrer-Policy', 'strict-origin-when-cross-origin'],
    ['Permissions-Policy', 'camera=(self), microphone=(), geolocation=(), payment=(), usb=(), fullscreen=(self)'],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
    ['X-Frame-Options', 'DENY'],
  ]
  if (isSecure) headers.push(['Strict-Transport-Security', 'max-age=31536000'])
  return headers
}
