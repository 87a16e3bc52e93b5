import type { Io } from '@/server/realtime/create-io'
import { gauge } from './registry'
import { beforeScrape } from './scrape'

const sockets = gauge('vernissage_sockets_connected', 'Sockets connected to this process.', [])
const people = gauge(
  'vernissage_people_online',
  'People behind those sockets; visitors without a name count a socket each.',
  [],
)

/** Counts this process' own sockets at every scrape; over all web processes they add up. */
export function watchSockets(io: Io): void {
  beforeScrape('sockets', () => {
    const connected = [...io.of('/').sockets.values()]
    const known = connected.flatMap(({ data }) => data.personId ?? [])
    sockets.set(connected.length)
    people.set(new Set(known).size + connected.length - known.length)
  })
}
