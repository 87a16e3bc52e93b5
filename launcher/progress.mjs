/** What the person at the terminal sees of each step: its name at once, its seconds when done. */

const TICK_MS = 1000
const WIDTH = 44

/** Where lines stay, a step that goes on says so this often. */
const SIGN_OF_LIFE_MS = 10_000

/**
 * Does one step and reports it: on a terminal with seconds that count up, elsewhere as lines at its start, now and then,
 * and at its end.
 *
 * @template T
 * @param {string} title what is being done, e.g. "Building the pages"
 * @param {(note: (text: string) => void) => Promise<T> | T} work is given a function to say how far it is
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const started = performance.now()
  const seconds = () => (performance.now() - started) / 1000
  let lastNote = ''
  const columns = process.stdout.columns || 100 // a longer line would wrap, and could not be written over
  const line = () =>
    `  … ${title.padEnd(WIDTH)} ${Math.floor(seconds())} s  ${lastNote}`.slice(0, columns - 1).trimEnd()
  const show = () => process.stdout.write(`\r\x1b[2K${line()}`)

  let ticker
  if (process.stdout.isTTY) {
    show()
    ticker = setInterval(show, TICK_MS)
  } else {
    console.log(`  … ${title}`)
    ticker = setInterval(() => console.log(line()), SIGN_OF_LIFE_MS)
  }
  const finish = (mark) => {
    clearInterval(ticker)
    if (process.stdout.isTTY) process.stdout.write('\r\x1b[2K')
    console.log(`  ${mark} ${title.padEnd(WIDTH)} ${seconds().toFixed(1)} s`)
  }
  try {
    const result = await work((text) => {
      lastNote = text.trim()
    })
    finish('✓')
    return result
  } catch (error) {
    finish('✗')
    throw error
  }
}
