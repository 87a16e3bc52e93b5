import { findProgram } from '@/launcher/testing/distribution'
import { until } from '../house/ask'
import { insist } from '../show/steps'
import type { Trial } from './trial'

/** The second worker of the house wants a card that is not there. */
export const lostGpu: Trial = {
  page: 'lost-gpu',
  backEnd: 'postgres',
  async run(desk, page) {
    const hasCard = findProgram('nvidia-smi') !== undefined
    const question = page.command('secondsPerMegapixel')
    const notes = hasCard ? /cuda/ : /The execution provider cuda is not to be had/
    insist(
      await until(async () => notes.test((await desk.run(question)).out), 30_000, 1_000),
      'the worker does not say that it lacks a card',
    )
    await desk.sees(
      page.command('PAINTER_PROVIDERS=cuda,cpu npm run doctor'),
      /providers/,
      (await desk.run('npm run doctor')).code ?? 0,
    )
    await desk.sees(page.command('docker compose logs worker'), /provider/)
    if (hasCard) await desk.sees(page.command('nvidia-smi'), /Driver Version/)
    return hasCard
      ? 'with a card'
      : 'without a card: the worker paints on the processor and says why; nvidia-smi was not run'
  },
}
