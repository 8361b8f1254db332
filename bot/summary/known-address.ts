/** The service's address as people can open it: as configured, or in development the one it listens on. */
export class KnownAddress {
  #current: string | undefined;
  readonly #follows: boolean;

  constructor({
    publicUrl,
    production,
  }: {
    readonly publicUrl?: string | undefined;
    readonly production: boolean;
  }) {
    this.#current = publicUrl;
    this.#follows = publicUrl === undefined && !production;
  }

  /** Undefined where nobody else could open it. Nobody asks before it listens. */
  get current(): string | undefined {
    return this.#current;
  }

  listeningOn(address: string): string {
    if (this.#follows) this.#current = address;
    return address;
  }
}
