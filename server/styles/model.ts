/** One version of one network. */
export interface Model {
  name: string
  version: string
}

/** A model as text, for keys of finished paintings. */
export const modelLabel = ({ name, version }: Model): string => `${name} ${version}`
