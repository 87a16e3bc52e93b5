import { expect, test } from 'vitest'
import { workHref } from './work-href'

const title = { en: 'Ponds', zh: '池塘' }
const artwork = {
  id: '0199d3a0-0000-7000-8000-000000000001',
  hangsIn: [
    { slug: 'ponds', title },
    { slug: 'night', title },
  ],
}

test('names the exhibition only where the work would otherwise be seen in another one', () => {
  expect(workHref(artwork)).toBe(`/works/${artwork.id}`)
  expect(workHref(artwork, 'ponds')).toBe(`/works/${artwork.id}`)
  expect(workHref(artwork, 'night')).toBe(`/works/${artwork.id}?in=night`)
  expect(workHref(artwork, 'elsewhere')).toBe(`/works/${artwork.id}`)
})
