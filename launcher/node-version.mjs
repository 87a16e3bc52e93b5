const LEAST = [20, 19]

/**
 * @param {string} version of Node, e.g. "20.19.0"
 * @returns {string | undefined} the sentence to show when it is too old for Vernissage
 */
export function tooOldNode(version) {
  const [major, minor] = version.split('.').map(Number)
  const [leastMajor, leastMinor] = LEAST
  if (major > leastMajor || (major === leastMajor && minor >= leastMinor)) return undefined
  return `Vernissage needs Node ${LEAST.join('.')} or newer, and this is ${version}: install it from https://nodejs.org.`
}
