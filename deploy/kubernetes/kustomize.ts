import { execFileSync, spawnSync } from 'node:child_process'
import path from 'node:path'
import { findProgram } from '@/launcher/testing/distribution'

/** A command that builds with kustomize 5. */
export type Kustomize = [program: string, ...args: string[]]

/** kustomize itself, or the one that kubectl brings along; undefined where neither is there, or too old. */
export function findKustomize(): Kustomize | undefined {
  const own = findProgram('kustomize')
  if (own && isRecent(own, ['version'])) return [own, 'build']
  const kubectl = findProgram('kubectl')
  return kubectl && isRecent(kubectl, ['version', '--client']) ? [kubectl, 'kustomize'] : undefined
}

function isRecent(program: string, args: string[]): boolean {
  const { stdout } = spawnSync(program, args, { encoding: 'utf8' })
  return /(^|Kustomize Version: )v5\./m.test(stdout)
}

export function buildOverlay([program, ...args]: Kustomize, name: string): string {
  return execFileSync(program, [...args, path.join(import.meta.dirname, 'overlays', name)], { encoding: 'utf8' })
}
