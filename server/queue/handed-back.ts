/** Thrown by a job's handler whose worker has to leave: the job goes back into the queue at once, and no try of it is used up. */
export class HandedBack extends Error {
  constructor() {
    super('the worker leaves')
    this.name = 'HandedBack'
  }
}
