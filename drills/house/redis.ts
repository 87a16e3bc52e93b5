import { type RedisServer, startRedis } from '@/launcher/testing/redis-server'

/** A redis-server that keeps nothing on disk: after a kill it comes back empty, on the same port. */
export class RedisProcess {
  private server?: RedisServer
  private isFrozen = false

  get url(): string {
    if (!this.server) throw new Error('Redis was not started')
    return this.server.url
  }

  get isRunning(): boolean {
    return this.server?.isRunning() ?? false
  }

  /** @returns false when this machine has no redis-server */
  async start(): Promise<boolean> {
    if (this.isRunning) return true
    const port = this.server ? Number(new URL(this.server.url).port) : 0
    this.server = (await startRedis(port)) ?? this.server
    return this.isRunning
  }

  async kill(): Promise<void> {
    await this.server?.stop('SIGKILL')
    this.isFrozen = false
  }

  freeze(): void {
    if (this.server) process.kill(this.server.pid, 'SIGSTOP')
    this.isFrozen = true
  }

  resume(): void {
    if (this.isFrozen && this.server && this.isRunning) process.kill(this.server.pid, 'SIGCONT')
    this.isFrozen = false
  }

  async stop(): Promise<void> {
    this.resume()
    await this.server?.stop()
  }
}
