import type { InferenceSession } from 'onnxruntime-node'
import type { Model } from './model'
import { openSession } from './open-session'
import { PainterError } from './painter-error'
import type { NetworkName } from './read-manifest'

/** How an easel works. */
export interface EaselSettings {
  /** onnxruntime execution providers in order of preference. */
  providers: readonly string[]
  /** Threads of one run on the CPU. */
  threads: number
  /** Milliseconds that one size may be refined for, or one code be taught: a slow machine keeps what there is by then. */
  budgetMs: number
}

/** A model with its networks open, or opened when first asked for. */
export class Easel {
  #sessions = new Map<NetworkName, InferenceSession | null>()
  #bytes = 0
  #provider = 'cpu'
  readonly notes: string[] = []

  private constructor(
    readonly model: Model,
    readonly settings: EaselSettings,
  ) {}

  /** @throws PainterError `model_damaged` where the stylizer is missing or not what the manifest says */
  static async open(model: Model, settings: EaselSettings): Promise<Easel> {
    const easel = new Easel(model, settings)
    await easel.stylizer()
    return easel
  }

  /** Bytes of the networks that are open. */
  get bytes(): number {
    return this.#bytes
  }

  /** The execution provider that paints. */
  get provider(): string {
    return this.#provider
  }

  async stylizer(): Promise<InferenceSession> {
    const session = await this.network('stylizer')
    if (!session) throw new PainterError('model_damaged', `The model ${this.model.name} has no stylizer.`)
    return session
  }

  /** Null where the model has no network of that name. */
  async network(name: NetworkName): Promise<InferenceSession | null> {
    const open = this.#sessions.get(name)
    if (open !== undefined) return open
    const bytes = await this.model.read(name)
    if (!bytes) {
      this.#sessions.set(name, null)
      return null
    }
    const { session, provider, notes } = await openSession(bytes, this.settings.providers, this.settings.threads)
    if (name === 'stylizer') {
      this.#provider = provider
      this.notes.push(...notes)
    }
    this.#bytes += bytes.byteLength
    this.#sessions.set(name, session)
    return session
  }

  async close(): Promise<void> {
    for (const session of this.#sessions.values()) await session?.release()
    this.#sessions.clear()
    this.#bytes = 0
  }
}
