import type { Easel } from './easel'
import type { ModelShelf } from './model-shelf'
import { ProviderFailed } from './watch-runs'

/**
 * Works with a model's networks. Where a run fails on an accelerator, every network is opened anew on the processor and the work begins
 * again there. It stays so until the thread is started anew, unless the work fails on the processor too: then it was not the accelerator's fault.
 *
 * @param wanted the model, as `take` wants it
 * @param onFallBack called before the work begins again
 * @throws what `work` throws, and what `take` throws
 */
export async function workAtEasel<T>(
  shelf: ModelShelf,
  wanted: { name: string; version: string },
  onFallBack: () => Promise<void>,
  work: (easel: Easel) => Promise<T>,
): Promise<T> {
  const easel = await shelf.take(wanted)
  try {
    return await work(easel)
  } catch (error) {
    if (!(error instanceof ProviderFailed)) throw error
    await shelf.fallBack(error.message)
    await onFallBack()
  }
  const onProcessor = await shelf.take(wanted)
  try {
    return await work(onProcessor)
  } catch (error) {
    await shelf.goBack()
    throw error
  }
}
