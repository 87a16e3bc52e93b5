/**
 * For supervisor.int.test.ts: supervises two children that only wait, and prints their process numbers as JSON
 * whenever they change. Arguments: a folder for the logs.
 */
import path from 'node:path'
import { Supervisor } from '../supervisor'

const [folder = '.'] = process.argv.slice(2)
const supervisor = new Supervisor()
supervisor.on('change', () => console.log(JSON.stringify(supervisor.refs().map((ref) => ref.pid))))
process.on('SIGTERM', async () => {
  await supervisor.stop(5_000)
  process.exit(0)
})
for (const name of ['one', 'two']) {
  const args = ['--import', './launcher/follow-launcher.mjs', '-e', 'setInterval(() => {}, 1000)']
  supervisor.start({ name, args, logFile: path.join(folder, `${name}.log`) })
}
