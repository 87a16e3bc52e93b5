/** Short sides (px) at which a painting is shown: its strokes are taken to be as large as they are there (training/painter/sizes.py). */
export const FINE = 256
export const BROAD = 512

/** @param strokes 0 (fine) to 1 (broad) */
export const sizeOfStrokes = (strokes: number): number => FINE + (BROAD - FINE) * strokes
