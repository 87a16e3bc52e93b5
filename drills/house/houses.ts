import fs from 'node:fs'
import path from 'node:path'
import { Skipped } from '../drill'
import { type BackEnd, type House, type HouseOptions, openHouse } from './house'
import { root } from './template'

/** The houses of one run: one for each back end that most drills share, and those that a drill has for itself. */
export class Houses {
  private readonly shared = new Map<BackEnd, House>()
  private own: House[] = []
  /** Those that the present drill has had in hand. */
  private used: House[] = []

  constructor(
    private readonly template: string,
    private readonly runFolder: string,
  ) {}

  async takeShared(backEnd: BackEnd): Promise<House> {
    const house = this.shared.get(backEnd) ?? (await this.open({ backEnd, workers: 2 }))
    this.shared.set(backEnd, house)
    this.used = [house]
    return house
  }

  async takeOwn(options: HouseOptions): Promise<House> {
    // Two houses at once would share the processor.
    await this.closeShared(options.backEnd)
    const house = await this.open(options)
    this.own.push(house)
    this.used = this.own
    return house
  }

  newFolder(): string {
    return fs.mkdtempSync(path.join(this.runFolder, 'folder-'))
  }

  /** Closes what the drill had for itself, and brings the shared house up again; one that a failed drill leaves is not trusted. */
  async afterDrill(name: string, backEnd: BackEnd, hasFailed: boolean): Promise<void> {
    if (hasFailed) for (const house of this.used) keepLogs(house, `${name}-${backEnd}`)
    for (const house of this.own) await house.close()
    this.own = []
    this.used = []
    const house = this.shared.get(backEnd)
    if (!house) return
    const heal = () =>
      house.heal().then(
        () => true,
        () => false,
      )
    if (hasFailed || !(await heal())) await this.closeShared(backEnd)
  }

  async closeAll(): Promise<void> {
    for (const house of this.own) await house.close().catch((error) => console.error(error))
    for (const backEnd of [...this.shared.keys()])
      await this.closeShared(backEnd).catch((error) => console.error(error))
  }

  private async closeShared(backEnd: BackEnd) {
    const house = this.shared.get(backEnd)
    this.shared.delete(backEnd)
    await house?.close()
  }

  private async open(options: HouseOptions): Promise<House> {
    const house = await openHouse(this.template, options)
    if (!house) throw new Skipped('There is no redis-server on this machine.')
    return house
  }
}

function keepLogs({ logFolder }: House, name: string) {
  const kept = path.join(root, 'artifacts/drills', name)
  fs.rmSync(kept, { recursive: true, force: true })
  fs.cpSync(logFolder, kept, { recursive: true })
}
