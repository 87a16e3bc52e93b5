import path from 'node:path'
import { env } from '@/server/platform/env'
import { openLocalStore } from './local-store'
import type { PictureStore } from './picture-store'

/** The store of this installation. */
export const store: PictureStore = openLocalStore(path.join(env.VERNISSAGE_DATA, 'pictures'))
