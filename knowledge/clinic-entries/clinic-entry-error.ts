/** A clinic's own folder can not be used. The message names file, field and mend, and is all a curator needs. */
export class ClinicEntryError extends Error {
  override readonly name = 'ClinicEntryError';
  constructor(message: string, options?: ErrorOptions) {
    super(`KNOWLEDGE_DIR: ${message}`, options);
  }
}
