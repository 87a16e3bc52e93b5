import { totalmem } from 'node:os'
import { constrainedMemory } from 'node:process'
import { portraitSizes } from '@/lib/contracts/portraits'
import type { Abilities } from '@/server/portraits/weigh-order'
import type { Painter } from './painter/painter'
import type { PaintingRate } from './painting-rate'

/** HD is painted in tiles; below this memory of the whole worker (bytes) it is left to others. */
const LEAST_MEMORY_FOR_HD = 1.5 * 2 ** 30
const HD = Math.max(...portraitSizes)
/** Networks that were used last are taken to be open still (see PAINTER_MODEL_MEMORY). */
const MOST_WARM = 4

/** What a worker can do and does: told with its presence, and weighed before it takes an order. */
export interface Desk {
  abilities(): Abilities
  /** Orders that it paints now. */
  readonly busy: number
  /** Around the painting of an order. */
  begin(): void
  end(): void
  /** `name version` of the network that it paints with. */
  use(model: string): void
}

/** The sizes that this machine takes: those that are wished, or all that its memory is enough for. */
export function sizesOf(wished: readonly number[] | undefined, memory = memoryOfProcess()): readonly number[] {
  return wished ?? portraitSizes.filter((size) => size < HD || memory >= LEAST_MEMORY_FOR_HD)
}

/** A container's limit, where there is one. */
function memoryOfProcess(): number {
  const limit = constrainedMemory()
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem()
}

/** @param onChange called when the desk has become busier or less busy */
export function openDesk(
  painter: Pick<Painter, 'model' | 'models'>,
  rate: PaintingRate,
  sizes: readonly number[],
  onChange: () => void,
): Desk {
  let busy = 0
  let used: string[] = []
  const nameOf = ({ name, version }: { name: string; version: string }) => `${name} ${version}`
  const change = (by: number) => {
    busy += by
    onChange()
  }
  return {
    abilities: () => {
      const models = painter.models.map(nameOf)
      const warm = [nameOf(painter.model), ...used].filter((model, i, all) => all.indexOf(model) === i)
      return { sizes, models, warm, provider: painter.model.provider, secondsPerMegapixel: rate.secondsPerMegapixel() }
    },
    get busy() {
      return busy
    },
    begin: () => change(1),
    end: () => change(-1),
    use(model) {
      used = [model, ...used.filter((other) => other !== model)].slice(0, MOST_WARM)
    },
  }
}
