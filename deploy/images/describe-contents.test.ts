import { expect, test } from 'vitest'
import { describeContents } from './describe-contents'

test('names every package with its version, its licence and an address that scanners know', () => {
  const manifests = [
    { name: 'pino', version: '10.4.0' },
    { name: '@prisma/client', version: '7.10.0', license: 'Apache-2.0' },
  ]
  const document = describeContents({
    product: { name: 'vernissage-web', version: '1.2.3' },
    manifests: manifests.map((each) => JSON.stringify(each)),
  })
  expect(document.metadata.component).toEqual({ type: 'application', name: 'vernissage-web', version: '1.2.3' })
  expect(document.components).toEqual([
    {
      type: 'library',
      name: '@prisma/client',
      version: '7.10.0',
      purl: 'pkg:npm/%40prisma/client@7.10.0',
      licenses: [{ expression: 'Apache-2.0' }],
    },
    { type: 'library', name: 'pino', version: '10.4.0', purl: 'pkg:npm/pino@10.4.0' },
  ])
})
