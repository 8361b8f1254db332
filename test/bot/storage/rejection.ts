/** The error that `work` rejects with; throws where it does not reject. */
export const rejectionOf = async (work: Promise<unknown>): Promise<Error> => {
  const outcome: unknown = await work.then(
    () => 'it resolved',
    (reason: unknown) => reason,
  );
  if (outcome instanceof Error) return outcome;
  throw new Error(`expected an error, but ${String(outcome)}`);
};
