import { openApi } from './api-server'

/** Another web process of the same house, as far as the interface and sockets go; it says its address and runs until it is killed. */
const { address } = await openApi()
process.stdout.write(`${address}\n`)
