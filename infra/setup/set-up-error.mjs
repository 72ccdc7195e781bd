/** A fault that one line explains; what the failing command printed last may follow it. */
export class SetUpError extends Error {
  /**
   * @param {string} message what is wrong and what to do
   * @param {string} [log] what the failing command printed
   */
  constructor(message, log = '') {
    super(message)
    this.tail = log.trim().split('\n').slice(-15).join('\n')
  }
}
