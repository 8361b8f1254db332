/** A file that the build made is missing or damaged. The message names it and the mend. */
export class KnowledgeFileError extends Error {
  override readonly name = 'KnowledgeFileError';
}
