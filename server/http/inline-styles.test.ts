import { expect, test } from 'vitest'
import { withInlineStyles } from './inline-styles'

const link = (path: string) => `<link rel="stylesheet" href="${path}" data-precedence="next"/>`
const ours = '/_next/static/chunks/a.css'

test('the house\u2019s own sheets are put into the page, each in its place', async () => {
  const made = await withInlineStyles(`<head>${link(ours)}<title>x</title></head>`, async () => 'a{color:red}')
  expect(made).toEqual({ html: '<head><style>a{color:red}</style><title>x</title></head>', sheets: [ours] })
})

test('what is not to be had, lies elsewhere or cannot stand in a page stays a file', async () => {
  const html = link(ours) + link('https://elsewhere.test/a.css') + link('/_next/../secret.css')
  expect(await withInlineStyles(html, async () => null)).toEqual({ html, sheets: [] })
  for (const text of ['</style><script>', '@import "b.css"', 'a{background:url(b.png)}']) {
    expect((await withInlineStyles(link(ours), async () => text)).sheets).toEqual([])
  }
})

test('a sheet of any letters comes as it is', async () => {
  const text = 'a::before{content:"$&$1"}b{background:url(data:image/png;base64,AA)}'
  expect((await withInlineStyles(link(ours), async () => text)).html).toBe(`<style>${text}</style>`)
})
