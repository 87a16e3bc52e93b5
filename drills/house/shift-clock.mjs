/**
 * Loaded into a process before its own code (`node --import`): its wall clock is off by DRILL_CLOCK_OFFSET_MS, as on a machine
 * without NTP. Only the time of day is shifted; timers and performance.now() run on the monotonic clock, as they would there.
 */
const offset = Number(process.env.DRILL_CLOCK_OFFSET_MS ?? 0)
const RealDate = Date
const now = () => RealDate.now() + offset

globalThis.Date = new Proxy(RealDate, {
  construct: (target, args, newTarget) => Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
  apply: (target) => new target(now()).toString(),
  get: (target, name, receiver) => (name === 'now' ? now : Reflect.get(target, name, receiver)),
})
