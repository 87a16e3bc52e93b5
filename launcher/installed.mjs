import fs from 'node:fs'
import path from 'node:path'

/**
 * Whether node_modules holds what package-lock.json asks for, judged by versions and not by dates, which a fresh
 * checkout changes. npm writes its record of what it installed last, so a broken-off install counts as missing.
 *
 * @param {string} root the project's folder
 * @param {{ withDev: boolean }} options whether packages for development count
 */
export function isInstalled(root, { withDev }) {
  const wanted = readPackages(path.join(root, 'package-lock.json'))
  const present = readPackages(path.join(root, 'node_modules/.package-lock.json'))
  if (!wanted || !present) return false
  return Object.entries(wanted).every(([location, { version, optional, dev, devOptional }]) => {
    if (location === '') return true // the project itself
    if (!present[location]) return Boolean(optional || devOptional || (dev && !withDev))
    return present[location].version === version
  })
}

function readPackages(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8')).packages
  } catch {
    return undefined
  }
}
