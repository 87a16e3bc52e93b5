import { expect, it } from 'vitest'
import { routesOf } from './route-of'

const routeOf = routesOf({
  '/(gallery)/page': '/',
  '/(gallery)/works/[id]/page': '/works/[id]',
  '/(gallery)/works/new/page': '/works/new',
  '/(gallery)/me/favourites/page': '/me/favourites',
  '/api/artworks/[id]/like/route': '/api/artworks/[id]/like',
  '/iiif/[...path]/route': '/iiif/[...path]',
})

it.each([
  ['/', '/(gallery)'],
  ['/works/019a0000', '/(gallery)/works/[id]'],
  ['/works/new', '/(gallery)/works/new'],
  ['/me/favourites/', '/(gallery)/me/favourites'],
  ['/api/artworks/019a0000/like', '/api/artworks/{id}/like'],
  ['/iiif/a/full/max/0/default.jpg', '/iiif/[...path]'],
  ['/_next/static/chunks/1.js', 'static'],
  ['/models/painter.onnx', 'static'],
  ['/wp-admin', 'other'],
  ['/works/a/b/c', 'other'],
  ['//evil', 'other'],
])('%s is served by %s', (path, route) => {
  expect(routeOf(path)).toBe(route)
})

it('has no more routes than the house, whatever is asked for', () => {
  const asked = Array.from({ length: 500 }, (_, index) => routeOf(`/guess-${index}/${index}`))
  expect(new Set(asked)).toEqual(new Set(['other']))
})
