const key = 'vernissage.letter-keys'

/**
 * Whether keys of one letter do anything. Who speaks to their device, and what that types, may want them off (WCAG 2.2, success criterion 2.1.4); everything
 * that they do has a button, and arrows, Tab and Escape go on.
 */
export function areLettersOn(): boolean {
  try {
    return localStorage.getItem(key) !== 'off'
  } catch {
    return true
  }
}

/** Remembered on this device, where anything can be. */
export function setLetters(isOn: boolean): void {
  try {
    localStorage.setItem(key, isOn ? 'on' : 'off')
  } catch {
    // Nothing can be kept here, and so nothing was changed.
  }
}
