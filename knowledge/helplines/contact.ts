/** A way to reach help. Exactly one of the forms that a person can act on at once. */
export interface Contact {
  /** Begins with the number. */
  readonly label: string;
  /** `tel:988`, `sms:988` or an https address. */
  readonly href: string;
}
