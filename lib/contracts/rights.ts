/** Licences and rights statements that the house offers, by URI (IIIF Presentation 3.0, `rights`). Others may come with an import. */
export const rightsUris = {
  cc0: 'https://creativecommons.org/publicdomain/zero/1.0/',
  'public-domain': 'https://creativecommons.org/publicdomain/mark/1.0/',
  'cc-by': 'https://creativecommons.org/licenses/by/4.0/',
  'cc-by-sa': 'https://creativecommons.org/licenses/by-sa/4.0/',
  'cc-by-nc': 'https://creativecommons.org/licenses/by-nc/4.0/',
  'cc-by-nc-nd': 'https://creativecommons.org/licenses/by-nc-nd/4.0/',
  'in-copyright': 'https://rightsstatements.org/vocab/InC/1.0/',
  unknown: 'https://rightsstatements.org/vocab/UND/1.0/',
} as const
export type RightsCode = keyof typeof rightsUris

/** The code of a URI as people and institutions write it: http or https, with or without language and last slash. */
export function rightsCodeOf(uri: string): RightsCode | null {
  const plain = (text: string) => text.replace(/^https?:\/\/(www\.)?/, '').replace(/(\/deed\.\w+|\/)$/, '')
  const found = Object.entries(rightsUris).find(([, known]) => plain(known) === plain(uri))
  return found ? (found[0] as RightsCode) : null
}
