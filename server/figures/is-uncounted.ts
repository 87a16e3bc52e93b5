/**
 * Whether a browser asks not to be followed. Nothing here follows anybody; whoever asks is left out even of the sums.
 *
 * @see Global Privacy Control, W3C, 2.2 (`Sec-GPC`); Tracking Preference Expression, W3C, 5.1 (`DNT`)
 */
export function isUncounted(headers: Headers): boolean {
  return headers.get('sec-gpc') === '1' || headers.get('dnt') === '1'
}
