/** A style sheet of the house's own build, as Next writes it. */
const sheet = /<link rel="stylesheet" href="(\/_next\/static\/[\w./-]+\.css)"[^>]*>/g

interface StyledPage {
  html: string
  /** Addresses of the sheets that are in the page now. */
  sheets: string[]
}

/**
 * Puts a page's style sheets into the page, so that it is painted as soon as it is there: on a slow line asking for them takes longer than their bytes
 * (docs/decisions/0206). The elements that were replaced come back later, for React, which looks for them, and for pages that follow.
 *
 * @param read answers a sheet's text; null leaves that one where it lies
 */
export async function withInlineStyles(
  html: string,
  read: (path: string) => Promise<string | null>,
): Promise<StyledPage> {
  const texts = new Map<string, string>()
  for (const [, path = ''] of html.matchAll(sheet)) {
    const text = await read(path)
    // What would end the element early, or look for other files from another place, stays a file.
    if (text !== null && !/<\/style|@import|url\((?!["']?(?:data:|\/))/i.test(text)) texts.set(path, text)
  }
  const sheets: string[] = []
  const styled = html.replace(sheet, (link, path: string) => {
    const text = texts.get(path)
    if (text === undefined) return link
    sheets.push(path)
    return `<style>${text}</style>`
  })
  return { html: styled, sheets }
}
