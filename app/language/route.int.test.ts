import { NextRequest } from 'next/server'
import { describe, expect, test } from 'vitest'
import { POST } from './route'

const house = 'http://gallery.example'

function choose(locale: string, headers: Record<string, string>) {
  const body = new URLSearchParams({ locale })
  const own = { host: 'gallery.example', origin: house }
  return POST(new NextRequest(`${house}/language`, { method: 'POST', body, headers: { ...own, ...headers } }))
}

describe('choosing a language', () => {
  test('is remembered, and shows the same page again', async () => {
    const answer = await choose('zh', { referer: `${house}/works/1?in=ponds` })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe('/works/1?in=ponds')
    expect(answer.headers.get('set-cookie')).toMatch(/^vernissage-locale=zh; Path=\/; Max-Age=\d+; SameSite=Lax/)
  })

  test.each(['http://evil.example/works/1', `${house}//evil.example/`, 'nonsense', ''])(
    'never leads away from the house (%j)',
    async (referer) => {
      expect((await choose('en', { referer })).headers.get('location')).toBe('/')
    },
  )

  test('a language that is not spoken here changes nothing', async () => {
    const answer = await choose('fr; Domain=evil.example', {})
    expect(answer.status).toBe(303)
    expect(answer.headers.get('set-cookie')).toBeNull()
  })

  test('cannot be chosen from another site', async () => {
    const answer = await choose('zh', { origin: 'http://evil.example' })
    expect(answer.status).toBe(403)
    expect(answer.headers.get('set-cookie')).toBeNull()
  })
})
