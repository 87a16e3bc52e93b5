/** `npm run rotate`: new secrets for a closed house. See docs/runbooks/rotating-keys.md. */
import { dataFolderAt, openDataFolder } from './data-folder'
import { holdDataFolder } from './hold-data-folder'
import { step } from './progress.mjs'
import { rotateSecrets } from './rotate-secrets'
import { runCommandLine } from './run-command-line'

await runCommandLine(async () => {
  const folder = dataFolderAt()
  openDataFolder(folder)
  const lock = await holdDataFolder(folder)
  try {
    await step('Changing the secrets', () => rotateSecrets(folder))
  } finally {
    lock.release()
  }
  console.log('Everybody signs in again. Make a backup: older ones hold the old secret.')
  if (process.env.AUTH_SECRET) console.log('AUTH_SECRET is set, and stays what signs sessions: change it there, too.')
})
