/**
 * Where the example of a style lies in the store; a new version of its model has a new one. Its name is older than its format: releases
 * that know another name for it would throw each other's examples away.
 */
export const sampleKey = (styleId: string, modelVersion: string) => `samples/${styleId}/${modelVersion}.webp`
