/** Why a request got no whole answer, in words that go into a sentence. */
export interface NetworkFault {
  readonly what: string;
  /** What to do; absent where most likely the address is wrong, which whoever asked has from a setting of its own. */
  readonly cure?: string;
  /** Whether a proxy may be needed to get there. */
  readonly isFar?: boolean;
  /** Whether the request may have reached the other side. */
  readonly reached: boolean;
  /** Whether it would end the same way again. */
  readonly isFinal: boolean;
}

/** A fault as a sentence, with what to do after it: what is said about the address, where nothing better is known. */
export function describeNetworkFault({ what, cure, isFar }: NetworkFault, checkAddress: string): string {
  return `${what}. ${cure ?? `${checkAddress}${isFar ? ", and HTTPS_PROXY where only a proxy leads there" : ""}`}`;
}
