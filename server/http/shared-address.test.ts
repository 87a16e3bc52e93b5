import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { sharedAddress } from './shared-address'

const work = '/works/0199f1a2-0000-7000-8000-000000000001'
const artist = '/artists/0199f1a2-0000-7000-8000-000000000001'
const ask = (url: string, headers: Record<string, string> = {}, method = 'GET') =>
  sharedAddress({ method, url, headers: { host: 'gallery.test', ...headers } } as unknown as IncomingMessage)

test.each([
  ['/'],
  ['/exhibitions/pond'],
  ['/exhibitions/pond/hall'],
  [artist],
  [work],
  [`${work}?in=pond`],
  ['/sign-in'],
  ['/sign-up'],
])('%s is everybody’s', (path) => expect(ask(path)).toEqual({ path, locale: 'en', host: 'gallery.test' }))

test.each([
  ['/studio'],
  ['/me/portraits'],
  ['/account'],
  ['/api/exhibitions'],
  ['/?x=1'],
  ['/sign-in?next=/me'],
  ['//evil.test/'],
  ['/exhibitions/pond?x=1'],
  ['/exhibitions/%70ond'],
  ['/exhibitions/pond/'],
  ['/exhibitions/../account'],
  [`${work}?in=pond&in=x`],
])('%s is not', (path) => expect(ask(path)).toBeNull())

test('nor is a part of a page, what changes something, or a host that is none', () => {
  expect(ask('/', { rsc: '1' })).toBeNull()
  expect(ask('/', { 'next-router-state-tree': '%5B%5D' })).toBeNull()
  expect(ask('/', {}, 'POST')).toBeNull()
  expect(ask('/', { host: 'a; script-src *' })).toBeNull()
})

test('the language is the visitor’s choice, else their browser’s', () => {
  expect(ask('/', { 'accept-language': 'zh-CN' })?.locale).toBe('zh')
  expect(ask('/', { 'accept-language': 'zh-CN', cookie: 'vernissage-locale=en' })?.locale).toBe('en')
})
