import fs from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'

/** Few in the tests; `npm run drill models -- --long` sets the number that the drills ask for. */
const runs = Number(process.env.DRILL_MODEL_RUNS ?? 30)
/** Operations in the mean; a sequence has between none and twice as many. */
const OPERATIONS = 50

/**
 * Runs sequences of 50 operations in the mean against a real house and a model of it, side by side; the first sequence after which the two
 * differ is shrunk and told.
 *
 * @param prepare makes a fresh model and a fresh part of the house for each sequence
 */
export async function runModel<Model extends object, Real>(
  name: string,
  commands: fc.Arbitrary<fc.AsyncCommand<Model, Real>>[],
  prepare: () => Promise<{ model: Model; real: Real }>,
): Promise<void> {
  let operations = 0
  const counted = commands.map((arbitrary) =>
    arbitrary.map(
      (command) =>
        new Counted(command, () => {
          operations += 1
        }),
    ),
  )
  const sequences = fc.commands(counted, { maxCommands: 2 * OPERATIONS, size: 'max' })
  await fc.assert(
    fc.asyncProperty(sequences, (list) => fc.asyncModelRun(prepare, list)),
    { numRuns: runs, endOnFailure: runs > 100 },
  )
  tell(name, operations)
}

/** For the table of the drills. */
function tell(name: string, operations: number) {
  const folder = process.env.DRILL_MODEL_COUNTS
  if (!folder) return
  fs.mkdirSync(folder, { recursive: true })
  fs.writeFileSync(path.join(folder, name), String(operations))
}

/** A command that says when it is run. */
class Counted<Model extends object, Real> implements fc.AsyncCommand<Model, Real> {
  constructor(
    private readonly command: fc.AsyncCommand<Model, Real>,
    private readonly onRun: () => void,
  ) {}

  check = (model: Readonly<Model>) => this.command.check(model)

  run(model: Model, real: Real) {
    this.onRun()
    return this.command.run(model, real)
  }

  toString = () => this.command.toString()
}

/** Time limit of one model's test, ms: a sequence of orders takes some seconds on a busy machine. */
export const modelLimitMs = runs * 20_000
