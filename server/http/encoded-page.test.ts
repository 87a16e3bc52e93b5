import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { EncodedPage } from './encoded-page'

test('every encoding holds the same page, is made once and has its own validator', async () => {
  const page = new EncodedPage('<p>池塘</p>'.repeat(100))
  expect(brotliDecompressSync(await page.in('br'))).toEqual(page.bytes)
  expect(gunzipSync(await page.in('gzip'))).toEqual(page.bytes)
  expect(await page.in('identity')).toBe(page.bytes)
  expect(page.in('br')).toBe(page.in('br'))
  expect(new Set([page.etag('br'), page.etag('gzip'), page.etag('identity')]).size).toBe(3)
  expect(new EncodedPage('<p>池塘</p>'.repeat(100)).etag('br')).toBe(page.etag('br'))
})
