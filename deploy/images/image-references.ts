/** `registry.tld/path/name:version`, with a digest behind it or without. */
const REFERENCE = /\b((?:[\w-]+\.)+[a-z]+\/[\w./-]+:v?\d[\w.-]*)(?:@sha256:[0-9a-f]{64})?/g

/** The third-party images that a text names by version, without their digests. */
export function findReferences(text: string): string[] {
  return [...text.matchAll(REFERENCE)].map(([, reference]) => reference ?? '')
}

/** The text with each image's digest behind its version, in place of any that stood there. */
export function withDigests(text: string, digests: ReadonlyMap<string, string>): string {
  return text.replace(REFERENCE, (whole, reference) => {
    const digest = digests.get(reference)
    return digest ? `${reference}@${digest}` : whole
  })
}
