/**
 * The first of the launcher's two stages: plain JavaScript with no packages, since nothing may be installed yet and
 * this Node may be too old for the rest. It ends by loading the second stage, which is TypeScript.
 */
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { isInstalled } from './installed.mjs'
import { tooOldNode } from './node-version.mjs'
import { step } from './progress.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

/**
 * Checks Node, installs what is missing, and runs the second stage in this same process.
 *
 * @param {string} entry the second stage's file, relative to the project
 * @param {{ withDev: boolean }} options whether the packages for development and tests are needed, too
 */
export async function runStages(entry, { withDev }) {
  const old = tooOldNode(process.versions.node)
  if (old) return fail(old)
  process.chdir(root)
  try {
    if (!isInstalled(root, { withDev })) {
      await step('Installing packages (npm ci)', () => installPackages(withDev))
    }
  } catch (error) {
    return fail(`The packages could not be installed: ${error.message}`)
  }
  await import('tsx') // teaches this process TypeScript
  await import(pathToFileURL(path.join(root, entry)).href)
}

function fail(sentence) {
  console.error(sentence)
  process.exitCode = 1
}

/** Runs the npm that started us, or the one on the PATH. */
function installPackages(withDev) {
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error', ...(withDev ? ['--include=dev'] : [])]
  const own = process.env.npm_execpath
  const isScript = own !== undefined && fs.existsSync(own) && /npm-cli\.c?js$/.test(own)
  const [command, commandArgs] = isScript ? [process.execPath, [own, ...args]] : ['npm', args]
  return new Promise((resolve, reject) => {
    const child = spawn(command, commandArgs, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: !isScript && process.platform === 'win32',
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output += chunk
      })
    }
    child.on('error', reject)
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(reasonOf(output, code)))))
  })
}

function reasonOf(output, code) {
  if (/ENOSPC/.test(output)) return 'the disk is full.'
  const reasons = output.match(/^npm (error|ERR!) (?!code|errno|syscall|A complete log).+$/gm) ?? []
  return reasons[0]?.replace(/^npm (error|ERR!) /, '') ?? `npm ci ended with exit code ${code}.`
}
