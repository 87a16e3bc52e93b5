import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'
import { findProgram, installFromDistribution } from '@/launcher/testing/distribution'
import { freePort } from '@/server/platform/embedded-postgres/free-port'
import { until } from './ask'
import { statusOf } from './program'
import { root } from './template'

const SETTINGS = path.join(root, 'deploy/nginx')
const BROTLI = '/usr/lib/nginx/modules/ngx_http_brotli_filter_module.so'
/** Addresses in upstreams.conf. */
const WEB = /web-(\d):3000/g

/** A real nginx on loopback with the settings that lie in deploy/nginx; only ports, and where modules lie, are put in their place. */
export class Gateway {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
    readonly folder: string,
  ) {}

  /**
   * @param folder an empty one of its own
   * @param ports of the web processes, one for each address in upstreams.conf
   * @returns null where no nginx is to be had on this machine
   */
  static async open(folder: string, ports: number[]): Promise<Gateway | null> {
    const find = () => findProgram('nginx') ?? findProgram('../sbin/nginx')
    const program = find() ?? (installFromDistribution('nginx-light') ? find() : undefined)
    if (!program) return null
    fs.cpSync(SETTINGS, folder, { recursive: true })
    fs.mkdirSync(path.join(folder, 'cache'))
    const hasBrotli = fs.existsSync(BROTLI)
    const port = await freePort(0)
    const write = (name: string, text: string) => fs.writeFileSync(path.join(folder, name), text)
    write('modules.conf', hasBrotli ? `load_module ${BROTLI};` : '')
    if (!hasBrotli) write('compression.conf', '')
    // Visitors of drills tell their addresses as a proxy in front would.
    const realAddress = 'set_real_ip_from 127.0.0.1; real_ip_header X-Forwarded-For;'
    write('listen.conf', `listen 127.0.0.1:${port}; ${realAddress}`)
    const upstreams = fs.readFileSync(path.join(SETTINGS, 'upstreams.conf'), 'utf8')
    write(
      'upstreams.conf',
      upstreams.replace(WEB, (_, number) => `127.0.0.1:${ports[Number(number) - 1]}`),
    )
    const user = process.getuid?.() === 0 ? 'user root;' : ''
    const own = `daemon off; pid ${folder}/nginx.pid; error_log ${folder}/error.log notice; ${user}`
    const log = fs.openSync(path.join(folder, 'access.log'), 'a')
    const args = ['-p', `${folder}/`, '-c', path.join(folder, 'nginx.conf'), '-g', own]
    const child = spawn(program, args, { stdio: ['ignore', log, log] })
    fs.closeSync(log)
    const gateway = new Gateway(child, `http://127.0.0.1:${port}`, folder)
    process.once('exit', () => child.kill('SIGTERM'))
    const isUp = await until(async () => (await statusOf(`${gateway.url}/gateway/health`)) === 200, 20_000)
    if (!isUp) throw new Error(`nginx does not answer: ${gateway.lastWords()}`)
    return gateway
  }

  lastWords(): string {
    const texts = ['access.log', 'error.log'].map((name) => {
      const file = path.join(this.folder, name)
      return fs.existsSync(file) ? fs.readFileSync(file, 'utf8').trim() : ''
    })
    return texts.join('\n').slice(-1_000)
  }

  /**
   * Sends a share of the visitors, e.g. `50%`, to the second web process as the canary, by the files that an operator would change and a
   * reload; null takes it back.
   */
  async drawCanary(share: string | null): Promise<void> {
    this.sets ??= ['canary.conf', 'upstreams.conf'].map((name) => [name, this.read(name)] as [string, string])
    for (const [name, text] of this.sets) fs.writeFileSync(path.join(this.folder, name), text)
    if (share !== null) {
      this.change('canary.conf', '* stable;', `${share} canary;\n  * stable;`)
      this.change('upstreams.conf', /(upstream canary \{[^}]*?)server [^\n]*\n/, '$1')
    }
    const before = this.read('error.log').length
    this.child.kill('SIGHUP')
    // New workers start first, and old ones take connections until they are told to leave, a tenth of a second later.
    const hasReloaded = await until(async () => {
      const [started, left] = [/start worker process \d+/g, /gracefully shutting down/g].map(
        (pattern) => this.read('error.log').slice(before).match(pattern)?.length ?? 0,
      )
      return started !== undefined && started > 0 && left === started
    }, 20_000)
    if (!hasReloaded) throw new Error(`nginx does not read its settings anew: ${this.lastWords()}`)
  }

  /** What answered which request for a path, by its id: nginx' processes do not write in the order of the requests. */
  answered(uri: string): Map<string, { release: string; upstream: string }> {
    const lines = this.read('access.log')
      .split('\n')
      .filter((line) => line.includes(`"path":"${uri}"`))
      .map((line) => JSON.parse(line) as { requestId: string; release: string; upstream: string })
    return new Map(lines.map((line) => [line.requestId, line]))
  }

  /** The settings as they lie in deploy/nginx, ports apart. */
  private sets?: [string, string][]

  private read(name: string): string {
    return fs.readFileSync(path.join(this.folder, name), 'utf8')
  }

  private change(name: string, what: string | RegExp, into: string) {
    fs.writeFileSync(path.join(this.folder, name), this.read(name).replace(what, into))
  }

  async close(): Promise<void> {
    if (this.child.exitCode !== null) return
    const ended = once(this.child, 'exit')
    this.child.kill('SIGTERM')
    await ended
  }
}
