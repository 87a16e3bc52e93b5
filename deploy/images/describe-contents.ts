import { z } from 'zod'

const manifestSchema = z.object({ name: z.string(), version: z.string(), license: z.unknown().optional() })

/** The name and version of the product itself, and the package.json texts of every package in an image. */
export interface Contents {
  product: { name: string; version: string }
  manifests: string[]
}

/** What an image holds, as a CycloneDX 1.6 document, for scanners and auditors. */
export function describeContents({ product, manifests }: Contents) {
  const packages = manifests.map((json) => manifestSchema.parse(JSON.parse(json)))
  const components = packages.map(({ name, version, license }) => ({
    type: 'library',
    name,
    version,
    purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
    ...(typeof license === 'string' && { licenses: [{ expression: license }] }),
  }))
  components.sort((a, b) => a.purl.localeCompare(b.purl))
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: { type: 'application', ...product } },
    components,
  }
}
