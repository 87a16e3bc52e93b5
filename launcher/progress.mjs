/** What the person at the terminal sees of each step: its name at once, its seconds when done. */

const TICK_MS = 1000
const WIDTH = 44

/**
 * Does one step and reports it: on a terminal with seconds that count up, elsewhere as a line at the start and a line
 * at the end.
 *
 * @template T
 * @param {string} title what is being done, e.g. "Building the pages"
 * @param {() => Promise<T> | T} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const started = performance.now()
  const seconds = () => (performance.now() - started) / 1000
  const show = () => process.stdout.write(`\r  … ${title.padEnd(WIDTH)} ${Math.floor(seconds())} s `)

  let ticker
  if (process.stdout.isTTY) {
    show()
    ticker = setInterval(show, TICK_MS)
  } else {
    console.log(`  … ${title}`)
  }
  const finish = (mark) => {
    clearInterval(ticker)
    if (process.stdout.isTTY) process.stdout.write('\r\x1b[2K')
    console.log(`  ${mark} ${title.padEnd(WIDTH)} ${seconds().toFixed(1)} s`)
  }
  try {
    const result = await work()
    finish('✓')
    return result
  } catch (error) {
    finish('✗')
    throw error
  }
}
