import type { InferenceSession } from 'onnxruntime-node'
import type { Model } from './model'
import { openSession } from './open-session'
import { PainterError } from './painter-error'
import type { NetworkName } from './read-manifest'
import { watchRuns } from './watch-runs'

/** How an easel works. */
export interface EaselSettings {
  /** onnxruntime execution providers in order of preference. */
  providers: readonly string[]
  /** Threads of one run on the CPU. */
  threads: number
  /** Milliseconds that one size may be refined for, or one code be taught: a slow machine keeps what there is by then. */
  budgetMs: number
  /** Opens the networks; onnxruntime where left out. */
  openSession?: typeof openSession
  /** Called with a sentence for the log where a network has to do without a provider that was asked for. */
  onNote?: (note: string) => void
}

/** A model with its networks open, or opened when first asked for. */
export class Easel {
  #sessions = new Map<NetworkName, InferenceSession | null>()
  #bytes = 0
  #provider = 'cpu'

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
    const { providers, threads, openSession: openWith = openSession, onNote } = this.settings
    const { session, provider, notes } = await openWith(bytes, providers, threads)
    if (name === 'stylizer') {
      this.#provider = provider
      for (const note of notes) onNote?.(note)
    } else if (provider !== this.#provider) {
      for (const note of notes) onNote?.(`The network ${name} of ${this.model.name}: ${note}`)
    }
    this.#bytes += bytes.byteLength
    const watched = watchRuns(session, provider)
    this.#sessions.set(name, watched)
    return watched
  }

  async close(): Promise<void> {
    // What runs on a card that is gone may not be able to let go of it.
    for (const session of this.#sessions.values()) await session?.release().catch(() => {})
    this.#sessions.clear()
    this.#bytes = 0
  }
}
