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
 * this header on the request and puts it on its own.
 */
export function contentSecurityPolicy(nonce: string, surroundings: Surroundings): string {
  // The development server evaluates code and injects scripts of its own.
  if (surroundings.isDev) return policyFor(`'self' 'unsafe-inline' 'unsafe-eval'`, surroundings)
  return policyFor(`'nonce-${nonce}' 'strict-dynamic'`, surroundings)
}

/**
 * The policy that lets these scripts run. Styles keep 'unsafe-inline': React writes style attributes.
 * @param scripts sources of `script-src`
 */
export function policyFor(scripts: string, { host, pictures }: Omit<Surroundings, 'isDev' | 'isSecure'>): string {
  const store = pictures ? ` ${new URL(pictures).origin}` : ''
  const sockets = host && /^[\w.:[\]-]+$/.test(host) ? ` ws://${host} wss://${host}` : ''
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

/** Where the build puts the scripts that begin a thread of a page's. */
const threadScript = /^\/_next\/static\/chunks\/turbopack-worker-/

/**
 * The policy of a thread, which a browser takes from its script's answer (CSP Level 3, section 4.2.2); null for any other address. The one
 * thread that there is paints on the visitor's own device, in WebAssembly: it may compile it, and the page that began it may not.
 */
export function threadPolicy(url: string | undefined): string | null {
  if (!threadScript.test(url ?? '')) return null
  return `default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'`
}

/** The same for every answer. */
export function fixedSecurityHeaders({ isSecure }: Pick<Surroundings, 'isSecure'>): [name: string, value: string][] {
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
