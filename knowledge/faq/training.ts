/** A way of asking about a topic. `voice` names the kind of person, so that whole voices can be held out. */
export interface TrainingLine {
  readonly topic: string;
  readonly text: string;
  readonly voice: string;
}

/** A message that asks about two topics at once. */
export interface DoubleLine {
  readonly topics: readonly [string, string];
  readonly text: string;
  readonly voice: string;
}

/** A message that is about something else: `near` shares words with the field, `far` does not. */
export interface BackgroundLine {
  readonly kind: 'near' | 'far';
  readonly text: string;
  /** Name of the list that it stands in. */
  readonly voice: string;
}

export interface Training {
  readonly lines: readonly TrainingLine[];
  readonly doubles: readonly DoubleLine[];
  readonly background: readonly BackgroundLine[];
}
