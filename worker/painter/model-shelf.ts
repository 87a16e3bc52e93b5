import { Easel, type EaselSettings } from './easel'
import { findModels, folderMark } from './find-models'
import { type Model, modelKey } from './model'
import { PainterError } from './painter-error'

interface ShelfSettings extends EaselSettings {
  modelFolders: readonly string[]
  /** Bytes of networks held open at once; the model in use may exceed them alone. */
  modelBytes: number
}

/** The models that there are, and those that stand open: opened when asked for, the least recently used closed when they grow too many. */
export class ModelShelf {
  #models = new Map<string, Model>()
  /** Least recently used first. */
  #easels = new Map<string, Easel>()
  #mark = ''
  #refusals: string[] = []
  /** Said of providers, each once. */
  readonly #said = new Set<string>()
  #providers: readonly string[]
  /** Why only the processor paints, where it is not what was asked for. */
  #fallenBack: string | null = null
  /** Models closed so far: onnxruntime keeps a little of each (onnxruntime#25325). */
  closed = 0
  /** Of one run on the CPU. What stands open with another number is opened anew when it is next taken: a session keeps the one it has. */
  threads: number

  constructor(private readonly settings: ShelfSettings) {
    this.threads = settings.threads
    this.#providers = settings.providers
  }

  /** The house's own model. */
  get first(): Model {
    const [model] = this.#models.values()
    if (!model) throw new PainterError('model_damaged', 'There is no model to paint with.')
    return model
  }

  get models(): Model[] {
    return [...this.#models.values()]
  }

  /** Sentences about models that were refused, and providers that are not to be had. */
  get notes(): string[] {
    return [...this.#refusals, ...this.#said, ...(this.#fallenBack ? [this.#fallenBack] : [])]
  }

  /** Closes what stands open; from now on the processor alone paints. */
  async fallBack(why: string): Promise<void> {
    this.#fallenBack = `${why}. Painting goes on on the processor until the worker is started anew.`
    await this.#reopenWith(['cpu'])
  }

  /** To what was asked for, after a fall back that helped nothing. */
  async goBack(): Promise<void> {
    this.#fallenBack = null
    await this.#reopenWith(this.settings.providers)
  }

  /**
   * Looks into the folders again where they have changed; true where they had. Models that are gone are closed; a new version stands
   * beside the old one until that is gone.
   * @throws PainterError `model_damaged` as findModels; what was there before stays in use
   */
  async refresh(): Promise<boolean> {
    const mark = await folderMark(this.settings.modelFolders)
    if (mark === this.#mark) return false
    const { models, notes } = await findModels(this.settings.modelFolders)
    this.#mark = mark
    this.#refusals = notes
    this.#models = new Map(models.map((model) => [modelKey(model), model]))
    for (const key of [...this.#easels.keys()]) if (!this.#models.has(key)) await this.#close(key)
    return true
  }

  /** Whether there is this very version of the model. */
  has(wanted: { name: string; version: string }): boolean {
    return this.#models.has(modelKey(wanted))
  }

  /** @throws PainterError `model_missing` for a model or version that is not here */
  async take(wanted: { name: string; version: string }): Promise<Easel> {
    const key = modelKey(wanted)
    const model = this.#models.get(key)
    if (!model) throw new PainterError('model_missing', `The model ${wanted.name} ${wanted.version} is not here.`)
    const open = this.#easels.get(key)
    if (open && open.provider === 'cpu' && open.settings.threads !== this.threads) await this.#close(key)
    const easel = this.#easels.get(key) ?? (await this.#open(model))
    this.#easels.delete(key)
    this.#easels.set(key, easel)
    await this.#makeRoom(key)
    return easel
  }

  #open(model: Model): Promise<Easel> {
    const onNote = (note: string) => this.#said.add(note)
    return Easel.open(model, { ...this.settings, threads: this.threads, providers: this.#providers, onNote })
  }

  async #reopenWith(providers: readonly string[]): Promise<void> {
    this.#providers = providers
    for (const key of [...this.#easels.keys()]) await this.#close(key)
  }

  async #makeRoom(inUse: string): Promise<void> {
    const bytes = () => [...this.#easels.values()].reduce((sum, easel) => sum + easel.bytes, 0)
    for (const key of [...this.#easels.keys()]) {
      if (bytes() <= this.settings.modelBytes) return
      if (key !== inUse) await this.#close(key)
    }
  }

  async #close(key: string): Promise<void> {
    await this.#easels.get(key)?.close()
    this.#easels.delete(key)
    this.closed += 1
  }
}
