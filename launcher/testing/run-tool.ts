import { spawn } from 'node:child_process'

export interface ToolOptions {
  root: string
  env?: NodeJS.ProcessEnv
}

/** Runs a Node program in front of the person at the terminal and returns its exit code. */
export function runTool(args: string[], { root, env = process.env }: ToolOptions): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] })
    child.on('error', reject)
    child.on('close', (code) => resolve(code ?? 1))
  })
}
