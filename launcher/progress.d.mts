export type Note = (text: string) => void

export function step<T>(title: string, work: (note: Note) => Promise<T> | T): Promise<T>
