/** What LIKE would read as a pattern is a letter here. */
export const escapePattern = (text: string) => text.replaceAll(/[\\%_]/g, '\\$&')
