import fs from 'node:fs'
import path from 'node:path'

/** What a running server writes about itself into its data folder. */
export interface Postmaster {
  pid: number
  port: number
  isReady: boolean
}

export function postmasterFile(cluster: string): string {
  return path.join(cluster, 'postmaster.pid')
}

/** Reads `postmaster.pid`; undefined when there is none or it is not complete yet. */
export function readPostmaster(cluster: string): Postmaster | undefined {
  let text: string
  try {
    text = fs.readFileSync(postmasterFile(cluster), 'utf8')
  } catch {
    return undefined
  }
  const lines = text.split('\n')
  const pid = Number(lines[0])
  const port = Number(lines[3])
  if (!Number.isInteger(pid) || pid <= 0 || !Number.isInteger(port) || port <= 0) return undefined
  return { pid, port, isReady: lines[7]?.trim() === 'ready' }
}
