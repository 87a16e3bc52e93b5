/** Where the example of a style lies in the store; a new version of its model has a new one. */
export const sampleKey = (styleId: string, modelVersion: string) => `samples/${styleId}/${modelVersion}.webp`
