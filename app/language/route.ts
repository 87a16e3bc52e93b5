import type { NextRequest } from 'next/server'
import { isLocale, localeCookie } from '@/lib/i18n/locale'
import { isOwnOrigin } from '@/server/http/is-own-origin'

const aYear = 365 * 24 * 60 * 60

/** The page the form stood on, if it is one of ours: never another site's, whatever the header says. */
function pageBefore(request: NextRequest): string {
  const referer = request.headers.get('referer')
  if (!referer || !URL.canParse(referer)) return '/'
  const { host, pathname, search } = new URL(referer)
  return host === request.headers.get('host') && !pathname.startsWith('//') ? `${pathname}${search}` : '/'
}

/** Remembers the visitor's language for a year and shows the same page again. */
export async function POST(request: NextRequest): Promise<Response> {
  if (!isOwnOrigin(request.headers)) return new Response(null, { status: 403 })
  const form = await request.formData().catch(() => null)
  const locale = form?.get('locale')
  const headers = new Headers({ Location: pageBefore(request) })
  if (typeof locale === 'string' && isLocale(locale)) {
    headers.append('Set-Cookie', `${localeCookie}=${locale}; Path=/; Max-Age=${aYear}; SameSite=Lax`)
  }
  return new Response(null, { status: 303, headers })
}
