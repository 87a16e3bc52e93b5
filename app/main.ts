import { runWeb } from '@/server/http/run-web'
import { loadRoutes } from './api/load-routes'

/** The web process: pages by Next, the interface by its own routes beside it. */
await runWeb(loadRoutes)
