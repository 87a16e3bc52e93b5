import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { chromium } from '@playwright/test'
import { findProgram, installFromDistribution } from '../../launcher/testing/distribution'

/** For the first answer of the site that it downloads from; where the net is closed, nobody should wait for it. */
const REACH_LIMIT_MS = 5_000
const DOWNLOAD_LIMIT_MS = 5 * 60_000
const PLAYWRIGHT = 'node_modules/@playwright/test/cli.js'

/**
 * Flags under which Chromium draws WebGL without a graphics card, on the processor, and runs inside a container. No
 * frame rate measured under them means anything.
 */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
]

/** A Chromium that is on this machine already: Playwright's own, else the system's. */
export function findBrowser(): string | undefined {
  return process.env.CHROMIUM_PATH ?? ownBrowser() ?? systemBrowser()
}

/**
 * A Chromium for the tests, fetched where it is missing: Playwright's own download where it works, else the system's,
 * else the distribution's package. Undefined when none of them is to be had.
 */
export function provideBrowser(): string | undefined {
  return process.env.CHROMIUM_PATH ?? ownBrowser() ?? download() ?? systemBrowser() ?? install()
}

function ownBrowser(): string | undefined {
  const file = chromium.executablePath()
  return fs.existsSync(file) && starts(file) ? file : undefined
}

function systemBrowser(): string | undefined {
  const file = findProgram('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable')
  return file && starts(file) ? file : undefined
}

function download(): string | undefined {
  console.log("Trying Playwright's own Chromium …")
  const env = { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: String(REACH_LIMIT_MS) }
  spawnSync(process.execPath, [PLAYWRIGHT, 'install', 'chromium'], { stdio: 'ignore', timeout: DOWNLOAD_LIMIT_MS, env })
  return ownBrowser()
}

function install(): string | undefined {
  return installFromDistribution('chromium') ? systemBrowser() : undefined
}

/** A downloaded Chromium may lack libraries of the system. */
function starts(file: string): boolean {
  return spawnSync(file, ['--version', '--no-sandbox'], { stdio: 'ignore' }).status === 0
}
